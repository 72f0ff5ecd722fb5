/** Runs something once, later; the answer takes it back. The port behind every timer of a screen. */
export type Schedule = (afterMs: number, run: () => void) => () => void;

export const browserSchedule: Schedule = (afterMs, run) => {
  const timer = setTimeout(run, afterMs);
  return () => clearTimeout(timer);
};
