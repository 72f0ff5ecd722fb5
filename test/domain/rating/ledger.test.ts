import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '#domain/event.ts';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldDay, foldEntries } from '#domain/queue/fold-day.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import { ledgerOf } from '#domain/rating/ledger.ts';
import {
  at,
  called,
  dayOf,
  entryBuilder,
  finished,
  rated,
  SAMPLE_DAY,
  servedOffline,
  taken,
} from '#test/samples/entries.ts';

const NONE = { finished: 0, rated: 0, timeout: 0, declined: 0, notOffered: 0, pending: 0, unmatched: 0 };
const ledger = (...facts: readonly Fact[]) => ledgerOf(dayOf(...facts));
const invited = (invitationId: string, counter = 1): Fact => ({
  kind: 'rating-invited',
  ...at(counter),
  invitationId,
});
const ended = (invitationId: string, outcome: 'timeout' | 'declined' | 'not-offered'): Fact => ({
  kind: 'invitation-ended',
  ...at(1),
  invitationId,
  outcome,
});
const byNumber = (number: string, invitationId = 'own', counter = 'counter-1'): Fact => ({
  kind: 'rating-by-number',
  invitationId,
  number,
  counter,
});
const received: Fact = { kind: 'rating-received', ...at(1), invitationId: 'i-A001' };
const served = [taken('A001'), called(1, 'A001'), finished(1, 'A001')];

describe('outcomes', () => {
  test('R1 R2: a finish opens one invitation', () => {
    expect(ledger()).toEqual(NONE);
    expect(ledger(...served)).toEqual({ ...NONE, finished: 1, pending: 1 });
  });

  test.each([
    ['timeout', 'timeout'],
    ['declined', 'declined'],
    ['not-offered', 'notOffered'],
  ] as const)('R3: %s is an outcome, not a level', (outcome, field) => {
    expect(ledger(...served, ended('i-A001', outcome))).toEqual({ ...NONE, finished: 1, [field]: 1 });
  });

  test('R4: the next call ends what is still asked at that counter', () => {
    const next = [taken('A002'), called(1, 'A002')];
    expect(ledger(...served, ...next)).toEqual({ ...NONE, finished: 1, notOffered: 1 });
    expect(ledger(...served, invited('i-A001'), ...next)).toEqual({ ...NONE, finished: 1, timeout: 1 });
    expect(ledger(...served, taken('A002'), called(2, 'A002'))).toEqual({ ...NONE, finished: 1, pending: 1 });
  });

  test('R4: what the pad says later of its own invitation is truer', () => {
    const closed = [...served, taken('A002'), called(1, 'A002')];
    expect(ledger(...closed, invited('i-A001'))).toMatchObject({ timeout: 1, notOffered: 0 });
    expect(ledger(...closed, ended('i-A001', 'declined'))).toMatchObject({ declined: 1, notOffered: 0 });
  });

  test.each([rated(1, 'i-A001'), received])('R5: a rating wins, however late ($kind)', (rating) => {
    const once = { ...NONE, finished: 1, rated: 1 };
    expect(ledger(...served, rating)).toEqual(once);
    expect(ledger(...served, taken('A002'), called(1, 'A002'), rating)).toEqual(once);
    expect(ledger(...served, ended('i-A001', 'timeout'), rating)).toEqual(once);
    expect(ledger(...served, rating, ended('i-A001', 'timeout'))).toEqual(once);
    expect(ledger(...served, rating, rated(1, 'i-A001', { replaces: 'fact-4' }))).toEqual(once);
  });
});

describe('ratings that come before their finish, or by number', () => {
  test('R2 R5: the rating waits beside the sum for its finish', () => {
    expect(ledger(rated(3, 'i-A001'))).toEqual({ ...NONE, unmatched: 1 });
    expect(ledger(rated(3, 'i-A001'), servedOffline(3, 'A001'))).toEqual({ ...NONE, finished: 1, rated: 1 });
    expect(ledger(invited('i-A001', 3))).toEqual(NONE);
  });

  test.each([
    [[servedOffline(1, 'A001'), byNumber('A001'), rated(1, 'own')]],
    [[byNumber('A001'), rated(1, 'own'), servedOffline(1, 'A001')]],
    [[rated(1, 'own'), byNumber('A001'), servedOffline(1, 'A001')]],
    [[byNumber('A001'), servedOffline(1, 'A001'), rated(1, 'own')]],
    [[byNumber('A001'), ...served, rated(1, 'own'), ended('i-A001', 'timeout')]],
    [[...served, ended('i-A001', 'timeout'), byNumber('A001')]],
    [[...served, byNumber('A001'), byNumber('A001')]],
  ])('R6: by number, in every order (%#)', (facts) => {
    expect(ledger(...facts)).toEqual({ ...NONE, finished: 1, rated: 1 });
  });

  test('R6: another counter or an unknown number is counted apart', () => {
    expect(ledger(...served, byNumber('A001', 'own', 'counter-2'))).toEqual({
      ...NONE,
      finished: 1,
      pending: 1,
      unmatched: 1,
    });
    expect(ledger(byNumber('A404'))).toEqual({ ...NONE, unmatched: 1 });
  });

  test('R6: by number under the finish’s own invitation', () => {
    expect(ledger(...served, byNumber('A001', 'i-A001'))).toEqual({ ...NONE, finished: 1, rated: 1 });
  });
});

describe('finishes that repeat', () => {
  const twice = [servedOffline(1, 'A001'), servedOffline(1, 'A001', 'second')];

  test('R1: recorded twice is one ticket, and either answer counts for it', () => {
    expect(ledger(...twice)).toEqual({ ...NONE, finished: 1, pending: 1 });
    expect(ledger(...twice, rated(1, 'second'))).toEqual({ ...NONE, finished: 1, rated: 1 });
    expect(ledger(rated(1, 'second'), ...twice)).toEqual({ ...NONE, finished: 1, rated: 1 });
    expect(ledger(...twice, ended('second', 'declined'))).toEqual({ ...NONE, finished: 1, declined: 1 });
    expect(ledger(taken('A001'), ...twice)).toEqual({ ...NONE, finished: 1, pending: 1 });
  });

  test('R1: finished at two counters is one ticket; the second answer is counted apart', () => {
    const both = [...served, servedOffline(2, 'A001', 'second')];
    expect(ledger(...both, rated(2, 'second'))).toEqual({ ...NONE, finished: 1, pending: 1, unmatched: 1 });
  });

  test('R1: the same finish twice changes nothing; an invitation keeps its first finish', () => {
    expect(ledger(...served, finished(1, 'A001'))).toEqual({ ...NONE, finished: 1, pending: 1 });
    const reused = dayOf(servedOffline(1, 'A001', 'one'), servedOffline(1, 'A002', 'one'));
    expect(reused.invitations['one']).toMatchObject({ number: 'A001', finished: true });
  });

  test('R2: a finish that reuses an invitation was not offered', () => {
    expect(ledger(servedOffline(1, 'A001', 'one'), servedOffline(1, 'A002', 'one'))).toEqual({
      ...NONE,
      finished: 2,
      pending: 1,
      notOffered: 1,
    });
  });
});

const numbers = fc.constantFrom('A001', 'A002', 'A003');
const invitations = fc.constantFrom('i-A001', 'i-A002', 'i-A003', 'own', 'second');
const counters = fc.constantFrom(1, 2);
const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .tuple(numbers, fc.constantFrom('t-A001', 't-A002', 'twin'))
    .map(([n, ticketId]) => taken(n, { ticketId })),
  fc.tuple(counters, numbers).map(([counter, number]) => called(counter, number)),
  fc.tuple(counters, numbers).map(([counter, number]) => finished(counter, number)),
  fc.tuple(counters, numbers, invitations).map(([counter, n, id]) => servedOffline(counter, n, id)),
  fc.tuple(invitations, counters).map(([id, counter]) => invited(id, counter)),
  fc.tuple(counters, invitations).map(([counter, id]) => rated(counter, id)),
  fc.tuple(numbers, invitations).map(([number, id]) => byNumber(number, id)),
  fc
    .tuple(invitations, fc.constantFrom('timeout', 'declined', 'not-offered'))
    .map(([id, outcome]) => ended(id, outcome as 'timeout')),
  numbers.map(
    (number): Fact => ({ kind: 'ticket-withdrawn', ticketId: `t-${number}`, reason: 'visitor-gave-it-back' }),
  ),
);

test('R2 Q25: finished tickets = sum of outcomes, after any facts in any order', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 40 }), (facts) => {
      const day = dayOf(...facts);
      const sums = ledgerOf(day);
      const { finished: served, unmatched, ...outcomes } = sums;
      expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(served);
      expect(Math.min(unmatched, ...Object.values(outcomes))).toBeGreaterThanOrEqual(0);
      const done = Object.values(day.tickets).filter(({ state }) => state.is === 'finished').length;
      expect(served).toBe(done + Object.keys(day.servedOffline).length);
    }),
    { numRuns: 500 },
  );
});

test('Q25: a stretch folded at once is the same day, and the day before it is untouched', () => {
  fc.assert(
    fc.property(
      fc.array(anyFact, { maxLength: 20 }),
      fc.array(anyFact, { maxLength: 20 }),
      (before, after) => {
        const { entry } = entryBuilder();
        const first = before.map((fact) => entry(fact));
        const second = after.map((fact) => entry(fact));
        const day = frozen(first.reduce(foldDay, emptyDay(SAMPLE_DAY)));
        const then = JSON.stringify(day);
        const once = foldEntries(day, second);
        expect(once).toEqual(second.reduce(foldDay, day));
        expect(JSON.stringify(day)).toBe(then);
        expect(Object.keys(once)).toEqual(Object.keys(emptyDay(SAMPLE_DAY)));
      },
    ),
  );
});

/** Writing to it throws. */
function frozen(day: BranchDay): BranchDay {
  for (const record of [day.tickets, day.counters, day.invitations, day.servedOffline]) {
    Object.freeze(record);
    for (const value of Object.values(record)) Object.freeze(value);
  }
  return Object.freeze(day);
}

test('Q29 R5 R6: kiosk, cut-off console and pad may report one visit in any order', () => {
  const kiosk = [taken('A001')];
  const console1 = [servedOffline(1, 'A001')];
  const pads: readonly (readonly Fact[])[] = [
    [invited('i-A001'), rated(1, 'i-A001')],
    [invited('i-A001'), ended('i-A001', 'timeout')],
    [byNumber('A001'), rated(1, 'own')],
  ];
  for (const pad of pads) {
    const seen = interleavings([kiosk, console1, pad]).map((facts) => {
      const day = dayOf(...facts);
      return JSON.stringify([ledgerOf(day), day.tickets['t-A001']?.state.is, day.servedOffline]);
    });
    expect(new Set(seen).size).toBe(1);
  }
});

/** Every way to mix the streams that keeps each in its own order. */
function interleavings(streams: readonly (readonly Fact[])[]): readonly (readonly Fact[])[] {
  const open = streams.filter((stream) => stream.length > 0);
  if (open.length === 0) return [[]];
  return open.flatMap((stream) => {
    const rest = open.map((other) => (other === stream ? other.slice(1) : other));
    return interleavings(rest).map((tail) => [...stream.slice(0, 1), ...tail]);
  });
}
