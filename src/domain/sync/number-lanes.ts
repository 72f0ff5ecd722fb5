import { LAST_TICKET_COUNT } from '#domain/queue/ticket-number.ts';

type Stretch = { readonly from: number; readonly to: number };

/** Counts that follow one another for one purpose; no two lanes share one. */
export type NumberLane = readonly Stretch[];

/** No lane goes on from here. */
export const LANE_END = LAST_TICKET_COUNT + 1;

/** Given over the line: short numbers on any but the strangest day. */
export const CONNECTED_LANE: NumberLane = [
  { from: 1, to: 2000 },
  { from: 90_001, to: LAST_TICKET_COUNT },
];

/**
 * Leased for one date. Four dates have a lane each, so that a kiosk whose calendar is some days off while the line is
 * cut still prints nothing that another kiosk prints that day.
 */
export function leasedLane(dayOrdinal: number): NumberLane {
  const slot = ((dayOrdinal % LANES) + LANES) % LANES;
  return [
    { from: 2001 + slot * 2000, to: 4000 + slot * 2000 },
    { from: 10_001 + slot * 20_000, to: 30_000 + slot * 20_000 },
  ];
}
const LANES = 4;

/** The first `size` counts in a row of a lane, none below `from`. */
export function blockIn(lane: NumberLane, from: number, size: number): Stretch | null {
  for (const stretch of lane) {
    const start = Math.max(from, stretch.from);
    if (start + size - 1 <= stretch.to) return { from: start, to: start + size - 1 };
  }
  return null;
}

/** The count that many steps further along a lane, or `LANE_END`. */
export function alongLane(lane: NumberLane, from: number, steps: number): number {
  let left = steps;
  for (const stretch of lane) {
    const start = Math.max(from, stretch.from);
    if (start > stretch.to) continue;
    if (start + left <= stretch.to) return start + left;
    left -= stretch.to - start + 1;
  }
  return LANE_END;
}

export function isInLane(lane: NumberLane, count: number): boolean {
  return lane.some(({ from, to }) => from <= count && count <= to);
}
