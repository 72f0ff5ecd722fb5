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
      const { at, uncertain } = occurredAt({ fact, batch, receivedAt: NOON, lastOffset: null });
      expect(at).toBe(NOON - age);
      expect(uncertain).toBe(Math.abs(after - before) > CLOCK_TOLERANCE_MS);
    }),
  );
});

test('over a reboot the offset known before corrects it', () => {
  const offset = -THREE_DAYS;
  const fact = { wall: NOON - 60_000 - offset, mono: 900, boot: 'before' };
  const batch = { wall: NOON - offset, mono: 10, boot: 'after' };
  expect(occurredAt({ fact, batch, receivedAt: NOON, lastOffset: offset })).toEqual({
    at: NOON - 60_000,
    uncertain: false,
  });
});

test('over a reboot with a clock that was set meanwhile it is flagged, and never in the future', () => {
  const fact = { wall: NOON + THREE_DAYS, mono: 900, boot: 'before' };
  const batch = { wall: NOON, mono: 10, boot: 'after' };
  expect(occurredAt({ fact, batch, receivedAt: NOON, lastOffset: null })).toEqual({
    at: NOON,
    uncertain: true,
  });
});
