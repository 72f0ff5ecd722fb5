import { describe, expect, test } from 'vitest';
import { changeRating, giveRating, type RatingSession } from '#domain/rating/give-rating.ts';
import { isLow, LEVELS } from '#domain/rating/scale.ts';
import * as timers from '#domain/rating/timers.ts';
import { at, SAMPLE_START } from '#test/samples/entries.ts';

const shownAt = SAMPLE_START;
const session: RatingSession = {
  invitationId: 'i-A001',
  ...at(1),
  shownAt,
  touched: false,
  elder: false,
  given: null,
};
const tapAt = (ms: number) => ({ now: shownAt + ms, dictionary: 3, tappedAtMm: { x: 12, y: 34 } });
const given = { factId: 'f-1', level: 'S4', firstAt: shownAt + 4_000 } as const;

describe('giveRating', () => {
  test.each(LEVELS)('R9: level $code is stored as its code, with scale and dictionary', ({ code }) => {
    expect(giveRating(session, code, tapAt(3_999.6))).toEqual({
      ok: true,
      value: {
        kind: 'rating-given',
        invitationId: 'i-A001',
        ...at(1),
        level: code,
        scale: 'national-5',
        dictionary: 3,
        answeredMs: 4_000,
        tappedAtMm: { x: 12, y: 34 },
        replaces: null,
      },
    });
  });

  test('R9: the two lowest levels are low', () => {
    expect(LEVELS.filter(({ code }) => isLow(code)).map(({ value }) => value)).toEqual([2, 1]);
  });

  test.each([
    [{ touched: false, elder: false }, 30_000],
    [{ touched: true, elder: false }, 45_000],
    [{ touched: false, elder: true }, 60_000],
    [{ touched: true, elder: true }, 75_000],
  ])('R7: %j leaves %i ms', (patience, ms) => {
    expect(giveRating({ ...session, ...patience }, 'VS5', tapAt(ms - 1)).ok).toBe(true);
    expect(giveRating({ ...session, ...patience }, 'VS5', tapAt(ms))).toEqual({
      ok: false,
      refusal: 'invitation-over',
    });
  });

  test('R7: one rating per invitation', () => {
    expect(giveRating({ ...session, given }, 'VS5', tapAt(5_000))).toEqual({
      ok: false,
      refusal: 'already-rated',
    });
  });

  test('R9: a clock that stepped back does not make a negative answer time', () => {
    expect(giveRating(session, 'VS5', tapAt(-500))).toMatchObject({ value: { answeredMs: 0 } });
  });
});

describe('changeRating', () => {
  const rated = { ...session, given };

  test('R8: within 5 s of the first tap, naming what it replaces', () => {
    expect(changeRating(rated, 'D2', tapAt(8_999))).toMatchObject({
      ok: true,
      value: { level: 'D2', replaces: 'f-1' },
    });
    expect(changeRating(rated, 'D2', tapAt(9_000))).toEqual({ ok: false, refusal: 'change-window-over' });
  });

  test('R8: the same level again, or nothing to change', () => {
    expect(changeRating(rated, 'S4', tapAt(5_000))).toEqual({ ok: false, refusal: 'already-rated' });
    expect(changeRating(session, 'S4', tapAt(5_000))).toEqual({ ok: false, refusal: 'not-rated' });
  });
});

test('R12: thanks, voice, reasons and offer have one length each', () => {
  expect([
    timers.INVITATION_OPENS_MS,
    timers.SECOND_VOICE_MS,
    timers.REASONS_IDLE_MS,
    timers.THANKS_MS,
    timers.OFFER_WITHIN_MS,
  ]).toEqual([1_000, 12_000, 15_000, 2_500, 60_000]);
});
