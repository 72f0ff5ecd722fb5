import { normalisePairingCode } from '#contract/pairing-code.ts';

export const PAIRING_CODE_LENGTH = 12;
/** What a code is made of: no I, L, O, U, so that nothing is read for something else. */
export const PAIRING_CODE_SIGNS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

/** As much of a code as stands in a typed text: grouped, in lower case, with o for 0. */
export function readPairingCode(typed: string): string {
  const signs = [...normalisePairingCode(typed)].filter((sign) => PAIRING_CODE_SIGNS.includes(sign));
  return signs.slice(0, PAIRING_CODE_LENGTH).join('');
}
