import { describe, expect, test } from 'vitest';
import type { Entry, Fact } from '#domain/event.ts';
import { satisfactionOf } from '#domain/rating/satisfaction.ts';
import {
  called,
  entryBuilder,
  finished,
  rated,
  SAMPLE_START,
  servedOffline,
  taken,
} from '#test/samples/entries.ts';

const byNumber: Fact = {
  kind: 'rating-by-number',
  invitationId: 'own',
  number: 'A001',
  counter: 'counter-1',
};
const entriesOf = (facts: readonly (readonly [Fact, Partial<Entry>?])[]) => {
  const { entry, all } = entryBuilder();
  for (const [fact, change] of facts) entry(fact, { device: 'pad-1', at: SAMPLE_START, ...change });
  return all;
};

describe('figures', () => {
  test('R10: none without ratings', () => {
    expect(satisfactionOf(entriesOf([[taken('A001')]]))).toEqual({
      n: 0,
      byLevel: { VS5: 0, S4: 0, N3: 0, D2: 0, VD1: 0 },
      excellent: null,
      satisfied: null,
      notBad: null,
      bad: null,
    });
  });

  test('R10: four figures over one n', () => {
    const levels = ['VS5', 'VS5', 'VS5', 'VS5', 'S4', 'S4', 'N3', 'D2', 'VD1', 'VS5'] as const;
    const entries = entriesOf(levels.map((level, index) => [rated(1, `i-${index}`, { level })]));
    expect(satisfactionOf(entries)).toEqual({
      n: 10,
      byLevel: { VS5: 5, S4: 2, N3: 1, D2: 1, VD1: 1 },
      excellent: 0.5,
      satisfied: 0.7,
      notBad: 0.8,
      bad: 0.2,
    });
  });
});

describe('one rating per invitation', () => {
  const first = rated(1, 'i-A001', { level: 'VD1' });
  const change = rated(1, 'i-A001', { level: 'VS5', replaces: 'fact-1' });
  const level = (...facts: Parameters<typeof entriesOf>[0]) => {
    const { n, byLevel } = satisfactionOf(entriesOf(facts));
    return [n, Object.entries(byLevel).find(([, count]) => count > 0)?.[0]];
  };

  test('R8: a change in time replaces, and may be changed again', () => {
    expect(level([first], [change, { at: SAMPLE_START + 5_000 }])).toEqual([1, 'VS5']);
    const again = rated(1, 'i-A001', { level: 'S4', replaces: 'fact-2' });
    expect(level([first], [change], [again])).toEqual([1, 'S4']);
  });

  test('R8: too late, of something else, or from another pad is no change', () => {
    expect(level([first], [change, { at: SAMPLE_START + 6_001 }])).toEqual([1, 'VD1']);
    expect(level([first], [{ ...change, replaces: 'fact-9' }])).toEqual([1, 'VD1']);
    expect(level([first], [{ ...change, replaces: null }])).toEqual([1, 'VD1']);
    expect(level([first], [change, { device: 'pad-2' }])).toEqual([1, 'VD1']);
  });

  test('R8: the same fact twice is one', () => {
    expect(level([first], [first, { id: 'fact-1' }])).toEqual([1, 'VD1']);
  });

  test('R6 R8: on the pad and again by number is one rating', () => {
    const visit = [[taken('A001')], [called(1, 'A001')], [finished(1, 'A001')]] as const;
    const own = rated(1, 'own', { level: 'VS5' });
    expect(level(...visit, [first], [byNumber], [own])).toEqual([1, 'VD1']);
    expect(level([byNumber], [own], [servedOffline(1, 'A001')], [first])).toEqual([1, 'VS5']);
    expect(level([byNumber], [own], [finished(1, 'A001')], [first])[0]).toBe(2);
  });
});
