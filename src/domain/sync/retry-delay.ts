const FIRST_MS = 1000;
const LONGEST_MS = 300_000;

/** Full jitter: anything between nothing and a ceiling that doubles. `random` is in [0, 1). */
export function retryDelayMs(attempt: number, random: number): number {
  return random * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 20));
}
