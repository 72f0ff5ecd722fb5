import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import './staff-panel.css';

type HoldPlaceProps = {
  readonly onHoldStart: () => void;
  readonly onHoldEnd: () => void;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
};

/** A place without any sign of it that hears how long a finger rests on it. */
export function HoldPlace({ onHoldStart, onHoldEnd, class: extra, children }: HoldPlaceProps) {
  return (
    <div
      class={classNames('hold-place', extra)}
      onPointerDown={onHoldStart}
      onPointerUp={onHoldEnd}
      onPointerLeave={onHoldEnd}
      onPointerCancel={onHoldEnd}
    >
      {children}
    </div>
  );
}
