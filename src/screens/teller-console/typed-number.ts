import type { TicketNumber } from '#domain/id.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import { formatTicketNumber, parseTicketNumber } from '#domain/queue/ticket-number.ts';

export type Typed =
  | { readonly is: 'number'; readonly number: TicketNumber }
  | { readonly is: 'not-a-number' }
  /** Digits alone, borne by several tickets of today. */
  | { readonly is: 'which'; readonly numbers: readonly TicketNumber[] }
  /** Digits alone, borne by none: the letter is needed. */
  | { readonly is: 'letter-needed'; readonly digits: string };

/** What a teller typed, or types with the numeric keypad alone: `17` is `A017` when only one ticket of today ends so. */
export function readTyped(text: string, day: BranchDay): Typed {
  const clean = text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  const [, letter, digits] = /^([A-Z]?)(\d{1,5})$/.exec(clean) ?? [];
  if (digits === undefined || Number(digits) === 0) return { is: 'not-a-number' };
  const count = Number(digits);
  if (letter) return { is: 'number', number: formatTicketNumber(letter, count) };
  const numbers = bearing(count, day);
  const [only] = numbers;
  if (only !== undefined && numbers.length === 1) return { is: 'number', number: only };
  if (numbers.length > 1) return { is: 'which', numbers };
  return { is: 'letter-needed', digits: formatTicketNumber('', count) };
}

function bearing(count: number, day: BranchDay): readonly TicketNumber[] {
  const open = Object.values(day.tickets).filter(
    ({ number, state }) =>
      state.is !== 'finished' && state.is !== 'withdrawn' && parseTicketNumber(number)?.count === count,
  );
  return [...new Set(open.map((ticket) => ticket.number))].sort();
}
