import type { ComponentChildren } from 'preact';
import { classNames } from '#design/components/class-names.ts';
import './ticket-number.css';

type TicketNumberProps = {
  /** As it is printed, for example "A017". */
  readonly number: string;
  readonly label?: ComponentChildren;
  readonly note?: ComponentChildren;
  /** How a voice reads it, where that differs from the print. */
  readonly spoken?: string | undefined;
  readonly class?: string | undefined;
};

export function TicketNumber({ number, label, note, spoken, class: extra, ...rest }: TicketNumberProps) {
  return (
    <div class={classNames('ticket-number', extra)} {...rest}>
      {label && <p class="ticket-number-label">{label}</p>}
      <p class="ticket-number-digits">
        <span aria-hidden={spoken ? 'true' : undefined}>{number}</span>
        {spoken && <span class="only-spoken">{spoken}</span>}
      </p>
      {note && <p class="ticket-number-note">{note}</p>}
    </div>
  );
}
