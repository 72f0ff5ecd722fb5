import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import './progress-ring.css';

type ProgressRingProps = {
  /** What is done, from 0 to 1. */
  readonly done: number;
  readonly label: string;
  readonly children?: ComponentChildren;
  readonly class?: string | undefined;
};

export function ProgressRing({ done, label, children, class: extra, ...rest }: ProgressRingProps) {
  const percent = Math.round(Math.min(1, Math.max(0, done)) * 100);
  return (
    <div
      class={classNames('progress-ring', extra)}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      {...rest}
    >
      <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false">
        <circle class="progress-ring-track" cx="18" cy="18" r="15.9155" />
        <circle
          class="progress-ring-done"
          cx="18"
          cy="18"
          r="15.9155"
          style={{ '--percent': String(percent) }}
        />
      </svg>
      <span class="progress-ring-words">{children}</span>
    </div>
  );
}
