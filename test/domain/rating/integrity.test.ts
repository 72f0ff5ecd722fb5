import { describe, expect, test } from 'vitest';
import type { Entry, Fact, RatingGiven } from '#domain/event.ts';
import { type IntegrityKnowledge, integrityFlags } from '#domain/rating/integrity.ts';
import { LEVELS } from '#domain/rating/scale.ts';
import {
  at,
  called,
  entryBuilder,
  finished,
  MINUTE,
  rated,
  SAMPLE_START,
  taken,
} from '#test/samples/entries.ts';

const knowledge: IntegrityKnowledge = { openAt: () => true, shortestServiceMs: () => null };
const kindsOf = (entries: readonly Entry[], more: Partial<IntegrityKnowledge> = {}) =>
  integrityFlags(entries, { ...knowledge, ...more }).map(({ kind }) => kind);
const entriesOf = (facts: readonly Fact[]) => {
  const { entry, all } = entryBuilder();
  for (const fact of facts) entry(fact, { device: 'pad-1' });
  return all;
};
/** Ratings as people give them: different levels, places and times. */
const honest = (count: number, change: (index: number) => Partial<RatingGiven> = () => ({})) =>
  Array.from({ length: count }, (_, index) =>
    rated(1, `i-${index}`, {
      level: LEVELS[index % 3]?.code ?? 'VS5',
      tappedAtMm: { x: 10 + (index % 7) * 4, y: 50 },
      answeredMs: 2_000 + index,
      ...change(index),
    }),
  );

describe('patterns', () => {
  test('R11: honest ratings raise nothing', () => {
    expect(kindsOf(entriesOf(honest(100)))).toEqual([]);
  });

  test('R11: five hasty taps among twenty', () => {
    const hasty = (gap: number) => (index: number) => (index % gap === 0 ? { answeredMs: 699 } : {});
    expect(kindsOf(entriesOf(honest(60, hasty(4))))).toEqual(['hasty-taps']);
    expect(kindsOf(entriesOf(honest(60, hasty(5))))).toEqual([]);
  });

  test('R11: forty top levels in a row', () => {
    const top = (count: number) => (index: number) => ({ level: index < count ? 'VS5' : 'S4' }) as const;
    expect(kindsOf(entriesOf(honest(60, top(40))))).toEqual(['same-level-run']);
    expect(kindsOf(entriesOf(honest(60, top(39))))).toEqual([]);
  });

  test('R11: ten taps on one spot; keys have no spot', () => {
    const spot = (count: number) => (index: number) =>
      index < count ? { tappedAtMm: { x: 30 + (index % 2) * 0.7, y: 50 } } : {};
    expect(kindsOf(entriesOf(honest(30, spot(10))))).toEqual(['same-spot']);
    expect(kindsOf(entriesOf(honest(30, spot(9))))).toEqual([]);
    expect(kindsOf(entriesOf(honest(30, () => ({ tappedAtMm: null }))))).toEqual([]);
  });

  test('R8 R11: a repeat is flagged with its own id and deletes nothing', () => {
    const flags = integrityFlags(entriesOf([rated(1, 'i-1'), rated(1, 'i-1', { level: 'D2' })]), knowledge);
    expect(flags).toEqual([{ kind: 'repeat', teller: '1001', ratings: ['fact-2'] }]);
  });

  test('R11: outside opening hours', () => {
    const flags = integrityFlags(entriesOf(honest(3)), {
      ...knowledge,
      openAt: (when) => when !== SAMPLE_START + 2 * MINUTE,
    });
    expect(flags).toEqual([{ kind: 'outside-hours', teller: '1001', ratings: ['fact-2'] }]);
  });
});

describe('against the service', () => {
  const visit = (number: string, service = 'cash'): readonly Fact[] => [
    taken(number, { service }),
    called(1, number),
    finished(1, number),
    rated(1, `i-${number}`),
  ];
  const moved: Fact = {
    kind: 'ticket-transferred',
    ...at(1),
    ticketId: 't-A001',
    toService: 'account',
    toCounter: null,
  };

  test('R11: a service shorter than it can be', () => {
    const shortest = (ms: number | null) => ({ shortestServiceMs: () => ms });
    expect(kindsOf(entriesOf(visit('A001')), shortest(MINUTE))).toEqual([]);
    expect(kindsOf(entriesOf(visit('A001')), shortest(MINUTE + 1))).toEqual(['service-too-short']);
    expect(kindsOf(entriesOf(visit('A001').slice(0, 3)), shortest(MINUTE + 1))).toEqual([]);
  });

  test('R11: measured against the service it was finished as; what was not called here is not measured', () => {
    const [first, second, ...rest] = visit('A001');
    const facts = [first, second, moved, second, ...rest].flatMap((fact) =>
      fact === undefined ? [] : [fact],
    );
    const onlyAccount = {
      shortestServiceMs: (service: string) => (service === 'account' ? 2 * MINUTE : null),
    };
    expect(kindsOf(entriesOf(facts), onlyAccount)).toEqual(['service-too-short']);
    const stray = [moved, called(1, 'A404'), ...visit('A001').slice(0, 1), ...visit('A001').slice(2)];
    expect(kindsOf(entriesOf([...stray, finished(1, 'A404')]), { shortestServiceMs: () => 9e9 })).toEqual([]);
  });

  /** Tickets whose wait grows; `isRated` says who rates. */
  const shift = (count: number, isRated: (index: number) => boolean) => {
    const { entry, all } = entryBuilder();
    for (let index = 0; index < count; index += 1) {
      const number = `A${String(index + 100)}`;
      const start = SAMPLE_START + index * 60 * MINUTE;
      entry(taken(number), { at: start });
      entry(called(1, number), { at: start + index * MINUTE });
      entry(finished(1, number), { at: start + (index + 5) * MINUTE });
      const level = LEVELS[index % 3]?.code ?? 'VS5';
      if (isRated(index)) entry(rated(1, `i-${number}`, { level, tappedAtMm: null }));
    }
    return all;
  };

  test('R11: long waits that are asked less', () => {
    expect(kindsOf(shift(60, (index) => index < 30 || index % 3 === 0))).toEqual([
      'asked-less-after-long-wait',
    ]);
    expect(kindsOf(shift(60, (index) => index % 2 === 0))).toEqual([]);
    expect(kindsOf(shift(60, (index) => index >= 30))).toEqual([]);
    expect(kindsOf(shift(12, (index) => index < 6))).toEqual([]);
  });
});
