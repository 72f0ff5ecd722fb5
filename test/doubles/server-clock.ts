/** A clock that moves when it is told to. */
export type ServerClock = { readonly now: () => number; readonly advance: (ms: number) => void };

export function createServerClock(start = Date.UTC(2026, 10, 23, 2, 0)): ServerClock {
  let at = start;
  return {
    now: () => at,
    advance: (ms) => {
      at += ms;
    },
  };
}
