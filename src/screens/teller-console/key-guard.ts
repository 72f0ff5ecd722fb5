import type { Schedule } from '#platform/lobby-mode/schedule.ts';

/** Keys nearer together than this are typing (an amount meant for another window), not commands. */
const QUIET_BEFORE_MS = 400;
const QUIET_AFTER_MS = 220;

export type KeyGuard = { readonly pressed: (code: string) => void; readonly stop: () => void };

export type KeyGuardPorts = {
  readonly schedule: Schedule;
  readonly now: () => number;
  readonly run: (code: string) => void;
};

/** Lets a single deliberate key through: a burst, a bounce or a second impatient Enter does nothing. */
export function createKeyGuard({ schedule, now, run }: KeyGuardPorts): KeyGuard {
  let lastAt = Number.NEGATIVE_INFINITY;
  let cancel: () => void = () => {};
  return {
    pressed: (code) => {
      const quiet = now() - lastAt >= QUIET_BEFORE_MS;
      lastAt = now();
      cancel();
      cancel = () => {};
      if (!quiet) return;
      if (isEnter(code)) run(code);
      else cancel = schedule(QUIET_AFTER_MS, () => run(code));
    },
    stop: () => cancel(),
  };
}

export function isEnter(code: string): boolean {
  return code === 'Enter' || code === 'NumpadEnter';
}
