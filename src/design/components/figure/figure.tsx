import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import './figure.css';

type FigureProps = {
  readonly value: ComponentChildren;
  readonly label: ComponentChildren;
  readonly unit?: ComponentChildren;
  /** What the number stands on: a sample size, a period. */
  readonly note?: ComponentChildren;
  readonly class?: string | undefined;
};

export function Figure({ value, label, unit, note, class: extra, ...rest }: FigureProps) {
  return (
    <dl class={classNames('figure', extra)} {...rest}>
      <dt class="figure-label">{label}</dt>
      <dd class="figure-value">
        <span class="number">{value}</span>
        {unit && <span class="figure-unit">{unit}</span>}
      </dd>
      {note && <dd class="figure-note">{note}</dd>}
    </dl>
  );
}
