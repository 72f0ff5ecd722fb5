import { describe, expect, test } from 'vitest';
import type { Fact } from '#domain/event.ts';
import { counterOf } from '#domain/queue/counter-of.ts';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldDay } from '#domain/queue/fold-day.ts';
import { waitingLine } from '#domain/queue/line.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import { sampleBranch } from '#test/samples/branch.ts';
import {
  at,
  called,
  dayOf,
  entryBuilder,
  finished,
  MINUTE,
  opened,
  SAMPLE_DAY,
  SAMPLE_START,
  servedOffline,
  taken,
} from '#test/samples/entries.ts';

const stateOf = (day: BranchDay, number: string) => day.tickets[`t-${number}`]?.state.is;
const recalled = (counter: number, number: string): Fact => ({
  kind: 'ticket-recalled',
  ...at(counter),
  ticketId: `t-${number}`,
});
const withdrawn = (number: string): Fact => ({
  kind: 'ticket-withdrawn',
  ticketId: `t-${number}`,
  reason: 'visitor-gave-it-back',
});
const moved = (kind: 'ticket-not-shown' | 'ticket-parked', number: string): Fact => ({
  kind,
  ...at(1),
  ticketId: `t-${number}`,
});

describe('the line', () => {
  test('Q1: a ticket that arrives late stands where it was taken', () => {
    const { entry } = entryBuilder();
    const entries = [
      entry(taken('A001')),
      entry(taken('A002')),
      entry(taken('A501', { numberedBy: 'lease' }), { at: SAMPLE_START + 90_000 }),
    ];
    const day = entries.reduce(foldDay, emptyDay(SAMPLE_DAY));
    expect(waitingLine(day, sampleBranch).map(({ number }) => number)).toEqual(['A001', 'A501', 'A002']);
  });

  test('Q1: of one moment, the journal decides', () => {
    const { entry } = entryBuilder();
    const same = { at: SAMPLE_START };
    const entries = [entry(taken('B001'), same), entry(taken('A001'), same)];
    const day = entries.reduce(foldDay, emptyDay(SAMPLE_DAY));
    expect(waitingLine(day, sampleBranch).map(({ number }) => number)).toEqual(['B001', 'A001']);
  });

  test('Q2: the first fact with a ticketId wins; one number twice is two tickets', () => {
    const day = dayOf(
      taken('A001'),
      taken('A009', { ticketId: 't-A001' }),
      taken('A001', { ticketId: 'other' }),
    );
    expect(Object.values(day.tickets).map(({ ticketId, number }) => [ticketId, number])).toEqual([
      ['t-A001', 'A001'],
      ['other', 'A001'],
    ]);
  });

  test('Q8: each ticket passed is counted', () => {
    const day = dayOf(taken('A001'), taken('A002'), called(1, 'A002', ['t-A001', 'gone']));
    expect(day.tickets['t-A001']?.passed).toBe(1);
    expect(day.tickets['t-A002']?.passed).toBe(0);
  });
});

describe('ticket and counter', () => {
  test('Q9: called at one counter, then at another', () => {
    const day = dayOf(taken('A001'), called(1, 'A001'), called(2, 'A001'));
    expect(counterOf(day, 'counter-1').serving).toBeNull();
    expect(counterOf(day, 'counter-2').serving).toBe('t-A001');
  });

  test('Q9: a second ticket at a counter sends the first one back to the line', () => {
    const day = dayOf(taken('A001'), taken('A002'), called(1, 'A001'), called(1, 'A002'));
    expect(stateOf(day, 'A001')).toBe('waiting');
    expect(counterOf(day, 'counter-1').serving).toBe('t-A002');
  });

  test.each([
    ['ticket-not-shown', 'not-shown'],
    ['ticket-parked', 'parked'],
  ] as const)('Q9: %s frees the counter', (kind, state) => {
    const day = dayOf(...opened(1), taken('A001'), called(1, 'A001'), moved(kind, 'A001'));
    expect(stateOf(day, 'A001')).toBe(state);
    expect(counterOf(day, 'counter-1')).toMatchObject({ status: 'open', serving: null });
  });

  test('Q18: signed in is not open; who signs out is gone, unless relieved already', () => {
    const signedIn: Fact = { kind: 'teller-signed-in', ...at(1) };
    expect(counterOf(dayOf(signedIn), 'counter-1')).toMatchObject({ status: 'closed', teller: '1001' });
    const out: Fact = { kind: 'teller-signed-out', ...at(1) };
    expect(counterOf(dayOf(...opened(1), out), 'counter-1')).toMatchObject({
      status: 'closed',
      teller: null,
    });
    const relieved = dayOf(...opened(1), { ...signedIn, teller: '1002' }, out);
    expect(counterOf(relieved, 'counter-1').teller).toBe('1002');
  });

  test('Q11: a pause says why, and ends with the opening', () => {
    const paused: Fact = { kind: 'counter-paused', ...at(1), reason: 'counting-cash' };
    const open: Fact = { kind: 'counter-opened', ...at(1) };
    expect(counterOf(dayOf(...opened(1), paused), 'counter-1')).toMatchObject({
      status: 'paused',
      pauseReason: 'counting-cash',
    });
    expect(counterOf(dayOf(...opened(1), paused, open), 'counter-1')).toMatchObject({
      status: 'open',
      pauseReason: null,
    });
  });
});

describe('the call board', () => {
  test('Q20: a recall is the newest line and says how often', () => {
    const day = dayOf(
      taken('A001'),
      taken('A002'),
      called(1, 'A001'),
      called(2, 'A002'),
      recalled(1, 'A001'),
      recalled(2, 'A001'),
      recalled(1, 'A404'),
    );
    expect(day.calls.map(({ number, times }) => [number, times])).toEqual([
      ['A001', 2],
      ['A002', 1],
    ]);
  });

  test('Q20: the newest twelve stay, one line a ticket', () => {
    const numbers = Array.from({ length: 15 }, (_, index) => `A${String(index + 1).padStart(3, '0')}`);
    const day = dayOf(
      ...numbers.map((number) => taken(number)),
      ...numbers.map((number) => called(1, number)),
      called(2, 'A014'),
    );
    expect(day.calls.map(({ number }) => number)).toEqual([
      'A014',
      'A015',
      ...numbers.slice(3, 13).reverse(),
    ]);
  });
});

describe('days', () => {
  const yesterday = { day: '2026-11-22' };
  const tomorrow = { day: '2026-11-24' };

  test('Q26: a later day starts afresh with every counter closed', () => {
    const { entry } = entryBuilder();
    const before = [...opened(1), taken('A001'), called(1, 'A001')].map((fact) => entry(fact));
    const day = [...before, entry(taken('A002'), tomorrow)].reduce(foldDay, emptyDay(SAMPLE_DAY));
    expect(day).toMatchObject({ day: '2026-11-24', position: 5, counters: {}, calls: [], servedOffline: {} });
    expect(Object.keys(day.tickets)).toEqual(['t-A002']);
  });

  test('Q26: an earlier day only moves the position', () => {
    const { entry } = entryBuilder();
    const day = dayOf(taken('A001'));
    const late = entry(taken('A777'), { ...yesterday, position: 9 });
    expect(foldDay(day, late)).toEqual({ ...day, position: 9 });
  });
});

describe('served offline', () => {
  const orders = [
    [taken('A001'), servedOffline(3, 'A001')],
    [servedOffline(3, 'A001'), taken('A001')],
  ];

  test.each(orders)('Q27 Q29: the ticket is finished, whatever comes first', (...facts) => {
    const day = dayOf(...facts);
    expect(stateOf(day, 'A001')).toBe('finished');
    expect(day.servedOffline).toEqual({});
    expect(day.invitations['i-A001']).toMatchObject({ number: 'A001', counter: 'counter-3', finished: true });
  });

  test('Q27: remembered until the ticket arrives', () => {
    expect(dayOf(servedOffline(3, 'A001')).servedOffline).toEqual({
      A001: { at: SAMPLE_START + MINUTE },
    });
  });

  test('Q27: of two tickets with one number, the one called there, else the first that was not given back', () => {
    const twin = taken('A001', { ticketId: 'twin' });
    const there = dayOf(
      taken('A001'),
      twin,
      { kind: 'ticket-called', ...at(3), ticketId: 'twin', passed: [] },
      servedOffline(3, 'A001'),
    );
    expect([there.tickets['twin']?.state.is, stateOf(there, 'A001')]).toEqual(['finished', 'waiting']);
    const first = dayOf(withdrawn('A001'), taken('A001'), withdrawn('A001'), twin, servedOffline(3, 'A001'));
    expect([first.tickets['twin']?.state.is, stateOf(first, 'A001')]).toEqual(['finished', 'withdrawn']);
  });

  test('Q27: called elsewhere, it is taken from that counter', () => {
    const day = dayOf(...opened(2), taken('A001'), called(2, 'A001'), servedOffline(3, 'A001'));
    expect(counterOf(day, 'counter-2')).toMatchObject({ status: 'open', serving: null });
  });
});

describe('what cannot be', () => {
  test('Q28: finished stays finished', () => {
    const done = dayOf(taken('A001'), called(1, 'A001'), finished(1, 'A001'));
    for (const fact of [
      called(2, 'A001'),
      withdrawn('A001'),
      moved('ticket-parked', 'A001'),
      recalled(1, 'A001'),
      finished(2, 'A001'),
      { kind: 'ticket-returned', ...at(1), ticketId: 't-A001', placedAt: 1 } as const,
      {
        kind: 'ticket-transferred',
        ...at(1),
        ticketId: 't-A001',
        toService: 'account',
        toCounter: null,
      } as const,
    ]) {
      const { entry } = entryBuilder();
      expect(foldDay(done, entry(fact)).tickets).toEqual(done.tickets);
    }
  });

  test('Q28 Q29: given back and yet served is served, in either order', () => {
    expect(stateOf(dayOf(taken('A001'), withdrawn('A001'), servedOffline(3, 'A001')), 'A001')).toBe(
      'finished',
    );
    expect(stateOf(dayOf(taken('A001'), servedOffline(3, 'A001'), withdrawn('A001')), 'A001')).toBe(
      'finished',
    );
    expect(stateOf(dayOf(taken('A001'), withdrawn('A001'), called(1, 'A001')), 'A001')).toBe('withdrawn');
  });

  test('Q25: a fact about an unknown ticket, or of an unknown kind, moves only the position', () => {
    const day = dayOf(taken('A001'));
    const unknown: readonly Fact[] = [
      moved('ticket-parked', 'A404'),
      moved('ticket-not-shown', 'constructor'),
      finished(1, '__proto__'),
      called(1, 'A404'),
      withdrawn('A404'),
      { kind: 'ticket-returned', ...at(1), ticketId: 'toString', placedAt: 1 },
      { kind: 'ticket-transferred', ...at(1), ticketId: 'x', toService: 'account', toCounter: null },
      { kind: 'ticket-printed', ticketId: 't-A001', outcome: 'printed' },
      { kind: 'device-trouble', code: 'cloned' },
      { kind: 'tea-served' } as unknown as Fact,
    ];
    for (const fact of unknown) {
      const { entry } = entryBuilder();
      expect(foldDay(day, { ...entry(fact), position: 7 })).toEqual({ ...day, position: 7 });
    }
  });

  test('Q25: ids that every object has are ids like any other', () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const day = dayOf(
      ...names.map((name) => taken('A001', { ticketId: name })),
      ...names.map((ticketId): Fact => ({ kind: 'ticket-called', ...at(1), ticketId, passed: names })),
      ...names.map(
        (name): Fact => ({ kind: 'rating-invited', counter: name, teller: name, invitationId: name }),
      ),
      ...names.map((name) => servedOffline(1, name, name)),
    );
    expect(Object.keys(day.tickets).toSorted()).toEqual(names.toSorted());
    expect(JSON.parse(JSON.stringify(day))).toEqual(day);
  });

  test('Q25: a snapshot whose counter serves a ticket it does not hold', () => {
    const day = dayOf(...opened(1), taken('A001'));
    const broken = { ...day, counters: { 'counter-1': { ...counterOf(day, 'counter-1'), serving: 'lost' } } };
    const { entry } = entryBuilder();
    expect(counterOf(foldDay(broken, entry(called(1, 'A001'))), 'counter-1').serving).toBe('t-A001');
  });
});
