import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import { Icon } from '#design/components/icon/icon.tsx';
import './call-card.css';

type CallCardProps = {
  /** Whom the card calls, for example "A017". */
  readonly number: string;
  readonly place: ComponentChildren;
  readonly note?: ComponentChildren;
  /** Just called: the card flashes slowly a few times, then stays marked. */
  readonly fresh?: boolean | undefined;
  readonly size?: 'normal' | 'large' | undefined;
  readonly class?: string | undefined;
};

export function CallCard({
  number,
  place,
  note,
  fresh,
  size = 'normal',
  class: extra,
  ...rest
}: CallCardProps) {
  return (
    <div
      class={classNames('call-card', size === 'large' && 'call-card-large', extra)}
      data-fresh={fresh ? '' : undefined}
      {...rest}
    >
      <span class="call-card-number">{number}</span>
      <Icon name="next" class="call-card-arrow" />
      <span class="call-card-place">{place}</span>
      {note && <span class="call-card-note">{note}</span>}
    </div>
  );
}
