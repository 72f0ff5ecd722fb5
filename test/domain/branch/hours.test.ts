import { describe, expect, test } from 'vitest';
import { branchState, serviceState } from '#domain/branch/hours.ts';
import { sampleBranch } from '#test/samples/branch.ts';

const MONDAY = 1;
const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;
const at = (hour: number, minute = 0) => hour * 60 + minute;

describe('hours', () => {
  const lunch = {
    hours: [
      { days: [MONDAY, FRIDAY], fromMin: at(9), toMin: at(12) },
      { days: [MONDAY, FRIDAY], fromMin: at(13, 30), toMin: at(17) },
    ],
  };

  test.each([
    [at(8, 59), { open: false, opens: { weekday: MONDAY, minute: at(9) } }],
    [at(9), { open: true, closesAtMin: at(12) }],
    [at(11, 59), { open: true, closesAtMin: at(12) }],
    [at(12), { open: false, opens: { weekday: MONDAY, minute: at(13, 30) } }],
    [at(17), { open: false, opens: { weekday: FRIDAY, minute: at(9) } }],
  ])('B1 B2: on a Monday at minute %i', (minute, state) => {
    expect(serviceState(lunch, MONDAY, minute)).toEqual(state);
  });

  test('B1: hours that touch are one', () => {
    const hours = [
      { days: [MONDAY], fromMin: at(9), toMin: at(12) },
      { days: [MONDAY], fromMin: at(12), toMin: at(24) },
    ];
    expect(serviceState({ hours }, MONDAY, at(10))).toEqual({ open: true, closesAtMin: at(24) });
  });

  test('B2: the next opening may be a week away, or never', () => {
    const hours = [{ days: [MONDAY], fromMin: at(9), toMin: at(12) }];
    expect(serviceState({ hours }, MONDAY, at(12))).toEqual({
      open: false,
      opens: { weekday: MONDAY, minute: at(9) },
    });
    expect(serviceState({ hours }, SUNDAY, at(23))).toEqual({
      open: false,
      opens: { weekday: MONDAY, minute: at(9) },
    });
    expect(serviceState({ hours: [] }, SUNDAY, at(10))).toEqual({ open: false, opens: null });
  });

  test('B3: a branch is open while any service is', () => {
    const company = sampleBranch.services.filter(({ id }) => id === 'company');
    expect(branchState(sampleBranch, SATURDAY, at(12, 30))).toEqual({ open: true, closesAtMin: at(17) });
    expect(branchState({ services: company }, SATURDAY, at(12, 30))).toEqual({
      open: false,
      opens: { weekday: MONDAY, minute: at(9) },
    });
    expect(branchState(sampleBranch, SUNDAY, at(20))).toEqual({
      open: false,
      opens: { weekday: MONDAY, minute: at(9) },
    });
  });
});
