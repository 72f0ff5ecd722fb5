import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAST_TICKET_COUNT } from '#domain/queue/ticket-number.ts';
import {
  alongLane,
  blockIn,
  CONNECTED_LANE,
  isInLane,
  LANE_END,
  leasedLane,
} from '#domain/sync/number-lanes.ts';

const day = fc.integer({ min: 0, max: 40_000 });

test('N4: four days in a row and the numbers given over the line share no count', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: LAST_TICKET_COUNT }), (today, count) => {
      const lanes = [CONNECTED_LANE, ...[0, 1, 2, 3].map((ahead) => leasedLane(today + ahead))];
      expect(lanes.filter((lane) => isInLane(lane, count))).toHaveLength(1);
    }),
  );
});

test('N4: a block lies in its lane, not below where it was asked for', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 120_000 }), (today, from) => {
      const lane = leasedLane(today);
      const block = blockIn(lane, from, 300);
      if (block === null) return;
      expect(block.to - block.from).toBe(299);
      expect(block.from).toBeGreaterThanOrEqual(from);
      expect(isInLane(lane, block.from) && isInLane(lane, block.to)).toBe(true);
    }),
  );
  expect(blockIn(leasedLane(0), 1, 300)).toEqual({ from: 2001, to: 2300 });
  expect(blockIn(leasedLane(0), 3800, 300)).toEqual({ from: 10_001, to: 10_300 });
  expect(blockIn(leasedLane(0), 29_900, 300)).toBeNull();
});

test('a step along a lane counts only its own numbers', () => {
  expect(alongLane(CONNECTED_LANE, 1, 1000)).toBe(1001);
  expect(alongLane(CONNECTED_LANE, 1501, 1000)).toBe(90_501);
  expect(alongLane(CONNECTED_LANE, 2001, 0)).toBe(90_001);
  expect(alongLane(CONNECTED_LANE, 99_500, 1000)).toBe(LANE_END);
});
