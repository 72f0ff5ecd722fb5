import type { TicketNumber } from '#domain/id.ts';

/** `A017` as `A 0 1 7`: read sign by sign, by eye or by a screen reader. */
export function spacedNumber(number: TicketNumber): string {
  return [...number].join(' ');
}

/** A typed code in groups of four, `7K3M 9QX2`. */
export function groupedCode(code: string): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? '';
}
