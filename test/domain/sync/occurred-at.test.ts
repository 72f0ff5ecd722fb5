import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLOCK_TOLERANCE_MS, occurredAt } from '#domain/sync/occurred-at.ts';

const THREE_DAYS = 3 * 86_400_000;
const NOON = Date.UTC(2026, 10, 22, 4);

test('in one boot the time is right, however wrong the clock is or jumps', () => {
  const wrong = fc.integer({ min: -THREE_DAYS, max: THREE_DAYS });
  fc.assert(
    fc.property(wrong, wrong, fc.nat(86_400_000), (before, after, age) => {
      const fact = { wall: NOON - age + before, mono: 5000, boot: 'b' };
      const batch = { wall: NOON + after, mono: 5000 + age, boot: 'b' };
      const { at, uncertain } = occurredAt({
        fact,
        batch,
        receivedAt: NOON,
        lastOffset: null,
        notBefore: null,
      });
      expect(at).toBe(NOON - age);
      expect(uncertain).toBe(Math.abs(after - before) > CLOCK_TOLERANCE_MS);
    }),
  );
});

test('over a reboot the offset known before corrects it', () => {
  const offset = -THREE_DAYS;
  const fact = { wall: NOON - 60_000 - offset, mono: 900, boot: 'before' };
  const batch = { wall: NOON - offset, mono: 10, boot: 'after' };
  expect(occurredAt({ fact, batch, receivedAt: NOON, lastOffset: offset, notBefore: null })).toEqual({
    at: NOON - 60_000,
    uncertain: false,
  });
});

test('over a reboot with a clock that was set meanwhile it is flagged, and never in the future', () => {
  const fact = { wall: NOON + THREE_DAYS, mono: 900, boot: 'before' };
  const batch = { wall: NOON, mono: 10, boot: 'after' };
  expect(occurredAt({ fact, batch, receivedAt: NOON, lastOffset: null, notBefore: null })).toEqual({
    at: NOON,
    uncertain: true,
  });
});

/** Rebooted while the line was cut: the fact was written in the boot before the batch's. */
const overReboot = (factWall: number, batchWall: number) => ({
  fact: { wall: factWall, mono: 900, boot: 'before' },
  batch: { wall: batchWall, mono: 10, boot: 'after' },
  receivedAt: NOON,
});
const MORNING = NOON - 4 * 3_600_000;

test('S19: a clock that fell three days back while the line was cut moves no fact to another day', () => {
  const wrong = overReboot(NOON - 60_000 - THREE_DAYS, NOON - THREE_DAYS);
  expect(occurredAt({ ...wrong, lastOffset: 0, notBefore: MORNING })).toEqual({
    at: NOON - 60_000,
    uncertain: true,
  });
});

test('S19: a clock of 1970 that was set right meanwhile leaves a fact just after the one before it', () => {
  const wrong = overReboot(60_000, NOON);
  expect(occurredAt({ ...wrong, lastOffset: 0, notBefore: MORNING })).toEqual({
    at: MORNING,
    uncertain: true,
  });
  expect(occurredAt({ ...wrong, lastOffset: null, notBefore: null })).toEqual({ at: NOON, uncertain: true });
});

test('S19: whatever the clocks say, a fact lies between the one before it and now', () => {
  const wall = fc.oneof(
    fc.integer({ min: -1e15, max: 1e15 }),
    fc.integer({ min: MORNING - 1e6, max: NOON + 1e6 }),
  );
  fc.assert(
    fc.property(wall, wall, fc.option(wall), (factWall, batchWall, lastOffset) => {
      const { at } = occurredAt({ ...overReboot(factWall, batchWall), lastOffset, notBefore: MORNING });
      expect(at).toBeGreaterThanOrEqual(MORNING);
      expect(at).toBeLessThanOrEqual(NOON);
    }),
  );
});
