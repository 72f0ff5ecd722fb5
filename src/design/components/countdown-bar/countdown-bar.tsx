import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import './countdown-bar.css';

type CountdownBarProps = {
  /** What is left, from 1 down to 0. */
  readonly left: number;
  /** In words: it carries the meaning, the bar only shows it. */
  readonly children: ComponentChildren;
  readonly class?: string | undefined;
};

/** Moves with its owner's clock; nothing ticks, nothing blinks. */
export function CountdownBar({ left, children, class: extra, ...rest }: CountdownBarProps) {
  const share = Math.min(1, Math.max(0, left));
  return (
    <div
      class={classNames('countdown-bar', extra)}
      role="timer"
      style={{ '--left': String(share) }}
      {...rest}
    >
      <p class="countdown-bar-words">{children}</p>
      <div class="countdown-bar-track" aria-hidden="true">
        <div class="countdown-bar-left" />
      </div>
    </div>
  );
}
