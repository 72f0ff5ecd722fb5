import type { TicketNumber } from '#domain/id.ts';
import type { Typing } from './session.ts';

export const MAX_DIGITS = 4;
/** A printed number has at least three digits. */
const MIN_PRINTED = 3;

/** `17` on the keypad is `A017` on the paper; `null` while it is no number yet. */
export function typedNumber({ letter, digits }: Typing): TicketNumber | null {
  if (letter === null || Number(digits) === 0) return null;
  return letter + String(Number(digits)).padStart(MIN_PRINTED, '0');
}
