type Reading = { readonly wall: number; readonly mono: number; readonly boot: string };

/** Beyond this a device's clock is wrong, not merely imprecise. */
export const CLOCK_TOLERANCE_MS = 120_000;

/** Without any earlier fact of the stream, a clock that says more than this is not believed. */
const LONGEST_CUT_MS = 400 * 86_400_000;

export type Occurrence = {
  readonly fact: Reading;
  /** The device's clock when it sent the batch. */
  readonly batch: Reading;
  /** The server's clock when the batch arrived. */
  readonly receivedAt: number;
  /** Server minus device clock at this device's message before; `null`: there was none. */
  readonly lastOffset: number | null;
  /** When the stream's fact before this one happened; `null`: there was none. */
  readonly notBefore: number | null;
};

export type Occurred = { readonly at: number; readonly uncertain: boolean };

/**
 * When a fact happened by the server's clock; `uncertain` when the device's own clocks contradict each other. A stream
 * tells its facts in the order they happened, so none lies before the one told before it, and none after now.
 */
export function occurredAt(occurrence: Occurrence): Occurred {
  const { fact, batch, receivedAt, lastOffset } = occurrence;
  const age = batch.mono - fact.mono;
  if (fact.boot === batch.boot && age >= 0) {
    return { at: Math.round(receivedAt - age), uncertain: differ(batch.wall - fact.wall, age) };
  }
  const offset = receivedAt - batch.wall;
  const guesses = [fact.wall + (lastOffset ?? offset), fact.wall + offset].map(Math.round);
  const [first = receivedAt] = guesses;
  const believed = guesses.find((at) => isPossible(at, occurrence));
  if (believed === undefined) return { at: Math.round(nearest(first, occurrence)), uncertain: true };
  return {
    at: Math.min(believed, receivedAt),
    uncertain: believed !== first || differ(offset, lastOffset ?? 0),
  };
}

function isPossible(at: number, { receivedAt, notBefore }: Occurrence): boolean {
  const earliest = Math.min(notBefore ?? receivedAt - LONGEST_CUT_MS, receivedAt);
  return at >= earliest && at <= receivedAt + CLOCK_TOLERANCE_MS;
}

function nearest(at: number, { receivedAt, notBefore }: Occurrence): number {
  return at < receivedAt ? Math.min(notBefore ?? receivedAt, receivedAt) : receivedAt;
}

function differ(one: number, other: number): boolean {
  return Math.abs(one - other) > CLOCK_TOLERANCE_MS;
}
