import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import './pressable.css';

export type PressableProps = {
  readonly onPress: () => void;
  /** Stays focusable and answers with its words; only the action is missing. */
  readonly disabled?: boolean | undefined;
  readonly class?: string | undefined;
  readonly id?: string | undefined;
  readonly lang?: string | undefined;
  readonly children?: ComponentChildren;
};

/** The raised thing under a finger: the hit area stands still, only its face sinks. */
export function Pressable({ onPress, disabled, class: extra, children, ...rest }: PressableProps) {
  return (
    <button
      type="button"
      data-press=""
      class={classNames('pressable', extra)}
      aria-disabled={disabled ? 'true' : undefined}
      onClick={disabled ? undefined : onPress}
      {...rest}
    >
      <span class="pressable-face">{children}</span>
    </button>
  );
}
