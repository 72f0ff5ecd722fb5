import type { TicketNumber } from '#domain/id.ts';

const PATTERN = /^([A-Z])(\d{3}|[1-9]\d{3,4})$/;

/** The largest count a ticket number can carry. */
export const LAST_TICKET_COUNT = 99_999;

/** `A` and 17 make `A017`; beyond 999 it grows to four and five digits. */
export function formatTicketNumber(letter: string, count: number): TicketNumber {
  return letter + String(count).padStart(3, '0');
}

/** Letter and count of a ticket number; `null` when it is none. */
export function parseTicketNumber(
  number: TicketNumber,
): { readonly letter: string; readonly count: number } | null {
  const [, letter, digits] = PATTERN.exec(number) ?? [];
  return letter === undefined ? null : { letter, count: Number(digits) };
}

/** By letter, then by count: `A999` before `A1000` before `B001`; what is no number comes last. */
export function compareTicketNumbers(one: TicketNumber, other: TicketNumber): number {
  const first = parseTicketNumber(one);
  const second = parseTicketNumber(other);
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  if (first.letter !== second.letter) return first.letter < second.letter ? -1 : 1;
  return first.count - second.count;
}
