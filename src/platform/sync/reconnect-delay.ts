const PATIENT_AFTER = 15;
const LONGEST_MS = 30_000;

/** Quick while a person may be watching, then ever rarer and spread out, so that a branch does not return as one. */
export function reconnectDelayMs(attempt: number, random: number): number {
  const ceiling =
    attempt < PATIENT_AFTER ? 1500 : Math.min(LONGEST_MS, 2000 * 2 ** (attempt - PATIENT_AFTER));
  return 500 + random * ceiling;
}
