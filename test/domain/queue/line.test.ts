import { describe, expect, test } from 'vitest';
import type { Fact, TicketTaken } from '#domain/event.ts';
import { aheadOf, waitingLine } from '#domain/queue/line.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import { sampleBranch } from '#test/samples/branch.ts';
import { at, called, dayOf, MINUTE, opened, SAMPLE_START, taken } from '#test/samples/entries.ts';

const SOON = SAMPLE_START + 30 * MINUTE;
const care = (number: string, change: Partial<TicketTaken> = {}) =>
  taken(number, { ticketClass: 'care', ...change });
const account = (number: string) => taken(number, { service: 'account' });
const newcomer = (day: BranchDay, ticketClass = 'ordinary', service = 'cash', now = SOON) =>
  aheadOf(sampleBranch, day, { service, ticketClass }, now).total;

describe('waitingLine', () => {
  const day = dayOf(account('B001'), taken('A001'), called(1, 'A001'), taken('A002'));

  test('Q1 Q6: everyone who waits, or those one counter may call', () => {
    const numbers = (counter?: string) => waitingLine(day, sampleBranch, counter).map(({ number }) => number);
    expect(numbers()).toEqual(['B001', 'A002']);
    expect(numbers('counter-1')).toEqual(['A002']);
    expect(numbers('counter-4')).toEqual(['B001', 'A002']);
    expect(numbers('counter-9')).toEqual([]);
  });
});

describe('aheadOf', () => {
  test('Q21: a newcomer stands behind all of equal or higher class', () => {
    const day = dayOf(taken('A001'), care('A002'), taken('A003'));
    expect(aheadOf(sampleBranch, day, { service: 'cash', ticketClass: 'ordinary' }, SOON)).toEqual({
      total: 3,
      byClass: [
        { classId: 'care', count: 1 },
        { classId: 'ordinary', count: 2 },
      ],
    });
    expect(newcomer(day, 'care')).toBe(1);
    expect(newcomer(day, 'vip')).toBe(1);
  });

  test('Q4 Q21: who may not be passed any more is ahead, with all before', () => {
    const passes = ['X', 'Y', 'Z'].map((number) => called(2, number, ['t-A002']));
    const day = dayOf(taken('A001'), taken('A002'), ...passes, taken('A003'));
    expect(newcomer(day, 'care')).toBe(2);
  });

  test('Q4 Q21: overtaking is used up while the line is called through', () => {
    const cares = ['A002', 'A003', 'A004', 'A005'].map((number) => care(number));
    const day = dayOf(taken('A001'), ...cares);
    const first = day.tickets['t-A001'];
    expect(first && aheadOf(sampleBranch, day, first, SOON).total).toBe(3);
    const last = day.tickets['t-A005'];
    expect(last && aheadOf(sampleBranch, day, last, SOON).total).toBe(4);
  });

  test('Q5 Q21: who has aged is ahead of every newcomer', () => {
    const day = dayOf(taken('A001'));
    expect(newcomer(day, 'care')).toBe(0);
    expect(newcomer(day, 'care', 'cash', SAMPLE_START + 41 * MINUTE)).toBe(1);
  });

  test('Q21: only those who want the same counters, open ones if there are any', () => {
    const line = [account('B001'), taken('E001', { service: 'company' }), taken('A001')];
    expect(newcomer(dayOf(...line))).toBe(2);
    expect(newcomer(dayOf(...opened(1), ...line))).toBe(1);
    expect(newcomer(dayOf(...opened(1), ...opened(4), ...line))).toBe(2);
  });

  test('Q6 Q21: a ticket kept for another counter is not ahead', () => {
    const kept: Fact = {
      kind: 'ticket-transferred',
      ...at(2),
      ticketId: 't-A001',
      toService: 'cash',
      toCounter: 'counter-2',
    };
    const day = dayOf(
      ...opened(1),
      ...opened(2),
      taken('A001'),
      kept,
      taken('C001', { service: 'transfer' }),
    );
    const other = day.tickets['t-C001'];
    expect(other && aheadOf(sampleBranch, day, { ...other, onlyCounter: 'counter-1' }, SOON).total).toBe(0);
    expect(newcomer(day)).toBe(2);
  });

  test('Q21: nobody is ahead of a ticket that waits no more; a class that is gone counts as itself', () => {
    const day = dayOf(taken('A001', { ticketClass: 'gold' }), taken('A002'), called(1, 'A002'));
    const second = day.tickets['t-A002'];
    expect(second && aheadOf(sampleBranch, day, second, SOON)).toEqual({ total: 0, byClass: [] });
    expect(aheadOf(sampleBranch, day, { service: 'cash', ticketClass: 'care' }, SOON).total).toBe(0);
    expect(aheadOf(sampleBranch, day, { service: 'cash', ticketClass: 'ordinary' }, SOON).byClass).toEqual([
      { classId: 'gold', count: 1 },
    ]);
  });
});
