type Reading = { readonly wall: number; readonly mono: number; readonly boot: string };

/** Beyond this a device's clock is wrong, not merely imprecise. */
export const CLOCK_TOLERANCE_MS = 120_000;

export type Occurrence = {
  readonly fact: Reading;
  /** The device's clock when it sent the batch. */
  readonly batch: Reading;
  /** The server's clock when the batch arrived. */
  readonly receivedAt: number;
  /** Server minus device clock at this device's message before; `null`: there was none. */
  readonly lastOffset: number | null;
};

/** When a fact happened by the server's clock; `uncertain` when the device's own clocks contradict each other. */
export function occurredAt({ fact, batch, receivedAt, lastOffset }: Occurrence): {
  readonly at: number;
  readonly uncertain: boolean;
} {
  const age = batch.mono - fact.mono;
  if (fact.boot === batch.boot && age >= 0) {
    return { at: Math.round(receivedAt - age), uncertain: differ(batch.wall - fact.wall, age) };
  }
  const offset = receivedAt - batch.wall;
  const at = fact.wall + (lastOffset ?? offset);
  return {
    at: Math.round(Math.min(at, receivedAt)),
    uncertain: at > receivedAt + CLOCK_TOLERANCE_MS || differ(offset, lastOffset ?? 0),
  };
}

function differ(one: number, other: number): boolean {
  return Math.abs(one - other) > CLOCK_TOLERANCE_MS;
}
