import { describe, expect, test } from 'vitest';
import type { Fact } from '#domain/event.ts';
import { estimateWait } from '#domain/queue/estimate-wait.ts';
import { sampleBranch } from '#test/samples/branch.ts';
import { called, dayOf, finished, MINUTE, opened, SAMPLE_START, taken } from '#test/samples/entries.ts';

const minutes = (count: number) => SAMPLE_START + count * MINUTE;
const estimate = (
  facts: readonly Fact[],
  now = minutes(facts.length),
  ticketClass = 'ordinary',
  service = 'cash',
) => estimateWait(sampleBranch, dayOf(...facts), { service, ticketClass, now });
const line = (count: number, change = {}) =>
  Array.from({ length: count }, (_, index) => taken(`A${String(index + 1).padStart(3, '0')}`, change));
const middle = ({ promised }: ReturnType<typeof estimate>) =>
  promised === null ? Number.NaN : (promised.fromMin + promised.toMin) / 2;

describe('estimateWait', () => {
  test('Q22: no open counter that serves it, no estimate; people ahead are still counted', () => {
    expect(estimate(line(3))).toEqual({
      ahead: 3,
      byClass: [{ classId: 'ordinary', count: 3 }],
      promised: null,
    });
    expect(estimate([...opened(3), ...opened(5), ...line(2)]).promised).toBeNull();
  });

  test('Q22: nobody ahead and a free counter', () => {
    expect(estimate(opened(1))).toEqual({ ahead: 0, byClass: [], promised: { fromMin: 0, toMin: 5 } });
  });

  test('Q22: a range of whole five minutes around what the line takes', () => {
    for (const waiting of [1, 3, 6, 10, 20]) {
      const { promised } = estimate([...opened(1), ...line(waiting)], minutes(waiting + 2));
      const { fromMin, toMin } = promised ?? { fromMin: -1, toMin: -1 };
      expect([fromMin % 5, toMin % 5]).toEqual([0, 0]);
      expect(toMin).toBeGreaterThan(fromMin);
      expect(toMin).toBeGreaterThanOrEqual(waiting * 5);
      expect(fromMin).toBeGreaterThanOrEqual(Math.floor((waiting * 5 * 0.7) / 5) * 5);
      expect(toMin).toBeLessThanOrEqual(waiting * 5 * 1.5 + 10);
    }
  });

  test('Q23: the same day, the same answer', () => {
    const facts = [...opened(1), ...opened(2), ...line(12)];
    expect(estimate(facts)).toEqual(estimate(facts));
  });

  test('Q23: a second counter shortens the wait only if it serves the service', () => {
    const one = middle(estimate([...opened(1), ...line(10)]));
    expect(middle(estimate([...opened(1), ...opened(2), ...line(10)]))).toBeLessThan(one * 0.7);
    expect(middle(estimate([...opened(1), ...opened(5), ...line(10)]))).toBe(one);
  });

  test('Q23: who is being served counts for what is left', () => {
    const serving = [...opened(1), taken('A001'), called(1, 'A001')];
    const fresh = estimate(serving, minutes(4)).promised;
    const nearlyDone = estimate(serving, minutes(20)).promised;
    expect(fresh?.toMin).toBeGreaterThanOrEqual(5);
    expect(nearlyDone).toEqual({ fromMin: 0, toMin: 5 });
  });

  test('Q23: a higher class waits less; higher classes of the last hour are expected again', () => {
    const calm = [...opened(1), ...line(14)];
    const busy = [...opened(1), ...line(14, { ticketClass: 'care' })];
    expect(middle(estimate(calm, minutes(16), 'care'))).toBeLessThan(10);
    const served = busy.flatMap((fact) =>
      fact.kind === 'ticket-taken' ? [called(1, fact.number), finished(1, fact.number)] : [],
    );
    const expecting = middle(estimate([...busy, ...served, ...lateLine()], minutes(59)));
    const quiet = middle(estimate([...calm, ...served, ...lateLine()], minutes(59)));
    expect(expecting).toBeGreaterThan(quiet);
  });

  test('Q23: who is only expected does not stand before a newcomer yet', () => {
    const numbers = ['A001', 'A002', 'A003', 'A004'];
    const visits = numbers.flatMap((number) => [
      taken(number, { ticketClass: 'care' }),
      called(1, number),
      finished(1, number),
    ]);
    expect(estimate([...opened(1), ...visits]).promised).toEqual({ fromMin: 0, toMin: 5 });
  });

  test('Q4 Q23: overtaking is used up in the estimate as it is in the line', () => {
    const cares = ['A101', 'A102', 'A103'].map((number) => taken(number, { ticketClass: 'care' }));
    const { ahead, promised } = estimate([...opened(1), ...line(10), ...cares], minutes(15), 'care');
    expect(ahead).toBe(13);
    expect(promised?.fromMin).toBeGreaterThanOrEqual(45);
  });

  test('Q23: an open counter without work for it does not stop the rest', () => {
    const facts = [...opened(3), ...opened(1), ...line(3), taken('Z001', { service: 'gone' })];
    expect(estimate(facts).promised?.toMin).toBeGreaterThan(5);
  });

  test('Q22: a line longer than a day of work is not promised an end beyond eight hours', () => {
    const { promised } = estimate(
      [...opened(5), ...line(60, { service: 'advice' })],
      minutes(1),
      'ordinary',
      'advice',
    );
    expect(promised).toEqual({ fromMin: 480, toMin: 485 });
  });
});

function lateLine(): readonly Fact[] {
  return Array.from({ length: 8 }, (_, index) => taken(`A1${String(index).padStart(2, '0')}`));
}
