import { describe, expect, test } from 'vitest';
import type { Fact } from '#domain/event.ts';
import { decide } from '#domain/queue/decide.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { TellerContext, TellerRequest } from '#domain/queue/request.ts';
import { sampleBranch } from '#test/samples/branch.ts';
import { at, called, dayOf, finished, MINUTE, opened, SAMPLE_START, taken } from '#test/samples/entries.ts';

const SOON = SAMPLE_START + 12 * MINUTE;
const ask = (day: BranchDay, request: TellerRequest, context: Partial<TellerContext> = {}) => {
  const verdict = decide(sampleBranch, day, request, {
    ...at(1),
    now: SOON,
    newId: () => 'new-id',
    ...context,
  });
  return verdict.ok ? verdict.value : verdict.refusal;
};
const serving = dayOf(...opened(1), taken('A001'), taken('A002'), called(1, 'A001'));
const idle = dayOf(...opened(1), taken('A001'));
const done = (kind: 'ticket-parked' | 'ticket-not-shown'): Fact => ({ kind, ...at(1), ticketId: 't-A001' });
const every: readonly TellerRequest[] = [
  { kind: 'open-counter' },
  { kind: 'pause-counter', reason: 'break' },
  { kind: 'sign-out' },
  { kind: 'call-next' },
  { kind: 'recall' },
  { kind: 'no-show' },
  { kind: 'park' },
  { kind: 'finish' },
  { kind: 'transfer', toService: 'cash', toCounter: null },
  { kind: 'return-ticket', number: 'A001' },
  { kind: 'resume-ticket', ticketId: 't-A001' },
];

describe('who may ask', () => {
  test.each(every)('Q10: $kind needs the teller who sits there', (request) => {
    expect(ask(serving, request, { teller: null })).toBe('not-signed-in');
    expect(ask(serving, request, { teller: '1002' })).toBe('not-signed-in');
    expect(ask(serving, request, at(2))).toBe('not-signed-in');
    expect(ask(serving, request, { counter: 'counter-9' })).toBe('unknown-counter');
  });
});

describe('the counter', () => {
  test('Q11 Q19: opens, pauses, and stays what it is', () => {
    const signedIn = dayOf({ kind: 'teller-signed-in', ...at(1) });
    const pause = { kind: 'pause-counter', reason: 'break' } as const;
    const paused = dayOf(...opened(1), { kind: 'counter-paused', ...at(1), reason: 'break' });
    expect(ask(signedIn, { kind: 'open-counter' })).toEqual([{ kind: 'counter-opened', ...at(1) }]);
    expect(ask(idle, { kind: 'open-counter' })).toEqual([]);
    expect(ask(idle, pause)).toEqual([{ kind: 'counter-paused', ...at(1), reason: 'break' }]);
    expect(ask(paused, pause)).toEqual([]);
    expect(ask(paused, { ...pause, reason: 'meeting' })).toHaveLength(1);
    expect(ask(paused, { kind: 'open-counter' })).toHaveLength(1);
  });

  test('Q16: nobody is left at the counter', () => {
    expect(ask(serving, { kind: 'pause-counter', reason: 'break' })).toBe('still-serving');
    expect(ask(serving, { kind: 'sign-out' })).toBe('still-serving');
    expect(ask(idle, { kind: 'sign-out' })).toEqual([{ kind: 'teller-signed-out', ...at(1) }]);
  });

  test('Q17: parked tickets wait again at their old place', () => {
    const day = dayOf(...opened(1), taken('A001'), taken('A002'), called(1, 'A001'), done('ticket-parked'));
    expect(ask(day, { kind: 'sign-out' })).toEqual([
      { kind: 'ticket-returned', ...at(1), ticketId: 't-A001', placedAt: SAMPLE_START + 3 * MINUTE },
      { kind: 'teller-signed-out', ...at(1) },
    ]);
    const two = dayOf(
      ...opened(1),
      taken('A001'),
      taken('A002'),
      { kind: 'ticket-parked', ...at(1), ticketId: 't-A002' },
      done('ticket-parked'),
    );
    expect(ask(two, { kind: 'sign-out' })).toMatchObject([
      { ticketId: 't-A001' },
      { ticketId: 't-A002' },
      {},
    ]);
  });
});

describe('calling', () => {
  test('Q11: an open counter, one visitor at a time', () => {
    expect(ask(idle, { kind: 'call-next' })).toEqual([called(1, 'A001')]);
    expect(ask(serving, { kind: 'call-next' })).toBe('still-serving');
    expect(ask(dayOf(...opened(1)), { kind: 'call-next' })).toBe('nobody-waiting');
    const paused = dayOf(...opened(1), taken('A001'), { kind: 'counter-paused', ...at(1), reason: 'break' });
    expect(ask(paused, { kind: 'call-next' })).toBe('counter-not-open');
  });

  test('Q12: what needs a called ticket', () => {
    const ticketId = 't-A001';
    expect(ask(serving, { kind: 'recall' })).toEqual([{ kind: 'ticket-recalled', ...at(1), ticketId }]);
    expect(ask(serving, { kind: 'no-show' })).toEqual([done('ticket-not-shown')]);
    expect(ask(serving, { kind: 'park' })).toEqual([done('ticket-parked')]);
    const [invited] = [{ ...finished(1, 'A001'), invitationId: 'new-id' }];
    expect(ask(serving, { kind: 'finish' })).toEqual([invited]);
    for (const kind of ['recall', 'no-show', 'park', 'finish'] as const)
      expect(ask(idle, { kind })).toBe('nobody-called');
  });
});

describe('a no-show comes back', () => {
  const gone = (...waiting: readonly string[]) =>
    dayOf(
      ...opened(1),
      taken('A001'),
      called(1, 'A001'),
      done('ticket-not-shown'),
      ...waiting.map((number) => taken(number)),
    );
  const back = { kind: 'return-ticket', number: 'A001' } as const;
  const missedAt = SAMPLE_START + 5 * MINUTE;

  test.each([
    [[], 3],
    [['A002'], 6],
    [['A002', 'A003', 'A004'], 7],
  ] as const)('Q13: with %j waiting, in time, behind two of them', (waiting, minute) => {
    expect(ask(gone(...waiting), back)).toMatchObject([{ placedAt: SAMPLE_START + minute * MINUTE }]);
  });

  test('Q13: never before its own old place', () => {
    const day = dayOf(
      ...opened(1),
      taken('A002'),
      taken('A001'),
      called(1, 'A001'),
      done('ticket-not-shown'),
    );
    expect(ask(day, back)).toMatchObject([{ placedAt: SAMPLE_START + 4 * MINUTE }]);
  });

  test('Q13: until the grace time is over', () => {
    const grace = sampleBranch.rules.graceMin * MINUTE;
    expect(ask(gone(), back, { now: missedAt + grace })).toHaveLength(1);
    expect(ask(gone(), back, { now: missedAt + grace + 1 })).toBe('grace-over');
  });

  test('Q13: only a ticket that exists and was missed', () => {
    expect(ask(idle, { ...back, number: 'A404' })).toBe('unknown-ticket');
    expect(ask(idle, back)).toBe('ticket-not-there');
  });
});

describe('parked', () => {
  const resume = { kind: 'resume-ticket', ticketId: 't-A001' } as const;
  const parked = dayOf(...opened(1), ...opened(2), taken('A001'), called(1, 'A001'), done('ticket-parked'));

  test('Q14: goes on at its counter, and passes nobody', () => {
    expect(ask(parked, resume)).toEqual([called(1, 'A001')]);
    expect(ask(parked, resume, at(2))).toBe('ticket-not-there');
    expect(ask(parked, { ...resume, ticketId: 'gone' })).toBe('unknown-ticket');
    expect(ask(idle, resume)).toBe('ticket-not-there');
  });

  test('Q11 Q14: at an open counter, one at a time', () => {
    expect(ask(serving, resume)).toBe('still-serving');
    const pausedNow = dayOf(...opened(1), { kind: 'counter-paused', ...at(1), reason: 'other' });
    expect(ask(pausedNow, resume)).toBe('counter-not-open');
  });
});

describe('transfer', () => {
  const to = (toService: string, toCounter: string | null) =>
    ask(serving, { kind: 'transfer', toService, toCounter });

  test('Q15: to a service, or to a counter that serves it', () => {
    const fact = { kind: 'ticket-transferred', ...at(1), ticketId: 't-A001', toService: 'account' };
    expect(to('account', null)).toEqual([{ ...fact, toCounter: null }]);
    expect(to('account', 'counter-3')).toEqual([{ ...fact, toCounter: 'counter-3' }]);
    expect(to('gold', null)).toBe('unknown-service');
    expect(to('account', 'counter-9')).toBe('unknown-counter');
    expect(to('account', 'counter-1')).toBe('counter-does-not-serve');
    expect(ask(idle, { kind: 'transfer', toService: 'account', toCounter: null })).toBe('nobody-called');
  });

  test('Q15: number and place are kept', () => {
    const before = serving.tickets['t-A001'];
    const day = dayOf(...opened(1), taken('A001'), taken('A002'), called(1, 'A001'), {
      kind: 'ticket-transferred',
      ...at(1),
      ticketId: 't-A001',
      toService: 'account',
      toCounter: 'counter-3',
    });
    expect(day.tickets['t-A001']).toEqual({
      ...before,
      service: 'account',
      onlyCounter: 'counter-3',
      state: { is: 'waiting' },
    });
  });
});
