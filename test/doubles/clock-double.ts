import type { Schedule } from '#platform/lobby-mode/schedule.ts';

/** Sunday noon of the demo branch: 2026-11-22 12:00 in Shanghai. */
export const NOON = Date.UTC(2026, 10, 22, 4, 0, 0);

export type ClockDouble = {
  readonly now: () => number;
  readonly schedule: Schedule;
  /** Moves time on and runs what falls due, in order, letting promises settle in between. */
  readonly advance: (ms: number) => Promise<void>;
  /** Timers not yet run. */
  readonly pending: () => number;
};

type Timer = { readonly at: number; readonly order: number; readonly run: () => void };

/** Time that only moves when the test says so. */
export function clockDouble(start: number = NOON): ClockDouble {
  let now = start;
  let order = 0;
  const timers = new Set<Timer>();

  const nextDue = (until: number) =>
    [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0];

  return {
    now: () => now,
    schedule: (afterMs, run) => {
      order += 1;
      const timer = { at: now + afterMs, order, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: async (ms) => {
      const until = now + ms;
      await settled();
      for (let due = nextDue(until); due; due = nextDue(until)) {
        timers.delete(due);
        now = Math.max(now, due.at);
        due.run();
        await settled();
      }
      now = until;
    },
    pending: () => timers.size,
  };
}

/** Lets every promise that can settle without time passing do so. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await Promise.resolve();
}
