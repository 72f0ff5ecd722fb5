import { describe, expect, test } from 'vitest';
import type { Fact, TicketTaken } from '#domain/event.ts';
import { callNext } from '#domain/queue/call-next.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import { countersServing } from '#domain/queue/who-serves.ts';
import { sampleBranch } from '#test/samples/branch.ts';
import { at, called, dayOf, MINUTE, opened, SAMPLE_START, taken } from '#test/samples/entries.ts';

const care = (number: string, change: Partial<TicketTaken> = {}) =>
  taken(number, { ticketClass: 'care', ...change });
const vip = (number: string) => taken(number, { ticketClass: 'vip' });
const NOON = SAMPLE_START + 30 * MINUTE;
const next = (day: BranchDay, counter = 1, now = NOON) => {
  const call = callNext(sampleBranch, day, `counter-${counter}`, now);
  return call.ok ? [call.value.ticketId, ...call.value.passed] : call.refusal;
};
const kept = (number: string, toCounter: string): Fact => ({
  kind: 'ticket-transferred',
  ...at(1),
  ticketId: `t-${number}`,
  toService: 'cash',
  toCounter,
});

describe('callNext', () => {
  test('Q3: first come, first called', () => {
    expect(next(dayOf(taken('A001'), taken('A002')))).toEqual(['t-A001']);
    expect(next(dayOf())).toBe('nobody-waiting');
    expect(next(dayOf(), 9)).toBe('unknown-counter');
  });

  test('Q3 Q8: the highest class first, the earliest of it, and who is passed is named', () => {
    const day = dayOf(taken('A001'), vip('A002'), care('A003'), care('A004'), taken('A005'));
    expect(next(day)).toEqual(['t-A003', 't-A001', 't-A002']);
  });

  test('Q4: a ticket passed often enough is passed by nobody, nor is anybody before it skipped', () => {
    const passes = ['X1', 'X2', 'X3'].map((number) => called(2, number, ['t-A002']));
    const day = dayOf(taken('A001'), taken('A002'), ...passes, care('A003'));
    expect(next(day)).toEqual(['t-A001']);
    const second = dayOf(vip('A001'), taken('A002'), ...passes, care('A003'));
    expect(next(second)).toEqual(['t-A001']);
    const between = dayOf(taken('A001'), care('A004'), taken('A002'), ...passes, care('A003'));
    expect(next(between)).toEqual(['t-A004', 't-A001']);
  });

  test('Q5: an aged ticket is passed by nobody', () => {
    const day = dayOf(taken('A001'), care('A002'));
    const aged = SAMPLE_START + MINUTE + sampleBranch.rules.ageingMin * MINUTE;
    expect(next(day, 1, aged - 1)).toEqual(['t-A002', 't-A001']);
    expect(next(day, 1, aged)).toEqual(['t-A001']);
  });

  test('Q6: only its own services', () => {
    const day = dayOf(taken('B001', { service: 'account' }), taken('A001'));
    expect(next(day, 1)).toEqual(['t-A001']);
    expect(next(day, 3)).toEqual(['t-B001']);
    expect(next(day, 5)).toBe('nobody-waiting');
    expect(countersServing(sampleBranch, 'account').map(({ label }) => label)).toEqual(['3', '4']);
  });

  test('Q6: kept for a counter while that counter is at work', () => {
    const day = dayOf(...opened(2), taken('A001'), kept('A001', 'counter-2'), taken('A002'));
    expect(next(day, 1)).toEqual(['t-A002']);
    expect(next(day, 2)).toEqual(['t-A001']);
    expect(next(dayOf(taken('A001'), kept('A001', 'counter-2')), 1)).toEqual(['t-A001']);
    expect(next(dayOf(taken('A001'), kept('A001', 'counter-gone')), 1)).toEqual(['t-A001']);
  });

  test('Q7: a service that is gone is served everywhere', () => {
    const day = dayOf(taken('Z001', { service: 'gone' }));
    expect([1, 2, 3, 4, 5].map((counter) => next(day, counter))).toEqual(Array(5).fill(['t-Z001']));
  });
});
