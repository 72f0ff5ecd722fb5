import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Branch } from '#domain/branch/branch.ts';
import type { Fact } from '#domain/event.ts';
import { callNext } from '#domain/queue/call-next.ts';
import { decide } from '#domain/queue/decide.ts';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldDay } from '#domain/queue/fold-day.ts';
import { waitingLine } from '#domain/queue/line.ts';
import type { BranchDay, Ticket } from '#domain/queue/queue.ts';
import type { TellerRequest } from '#domain/queue/request.ts';
import { signIn } from '#domain/queue/sign-in.ts';
import { ledgerOf } from '#domain/rating/ledger.ts';
import { sampleBranch } from '#test/samples/branch.ts';
import { at, MINUTE, SAMPLE_DAY, SAMPLE_START, servedOffline, taken } from '#test/samples/entries.ts';

type Step =
  | {
      readonly is: 'arrive';
      readonly service: string;
      readonly ticketClass: string;
      readonly lateMin: number;
    }
  | { readonly is: 'ask'; readonly counter: number; readonly request: TellerRequest }
  | { readonly is: 'sign-in'; readonly counter: number; readonly teller: number }
  | { readonly is: 'served-offline'; readonly counter: number; readonly number: string }
  | { readonly is: 'wait'; readonly minutes: number };

/** A branch being lived: facts are folded as soon as they are made. */
class Lobby {
  readonly branch: Branch;
  day: BranchDay = emptyDay(SAMPLE_DAY);
  now = SAMPLE_START;
  taken = 0;
  #made = 0;

  constructor(branch: Branch = sampleBranch) {
    this.branch = branch;
    for (const counter of [1, 2, 3, 4, 5]) {
      this.fold([{ kind: 'teller-signed-in', ...at(counter) }]);
      this.ask(counter, { kind: 'open-counter' });
    }
  }

  fold(facts: readonly Fact[], when = this.now): void {
    for (const fact of facts) {
      this.#made += 1;
      const entry = {
        position: this.#made,
        id: `f${this.#made}`,
        device: 'any',
        at: when,
        day: SAMPLE_DAY,
        fact,
      };
      this.day = foldDay(this.day, entry);
    }
  }

  arrive(service: string, ticketClass: string, lateMin = 0): void {
    this.taken += 1;
    const number = numberOf(service, this.taken);
    this.fold(
      [taken(number, { ticketId: `t${this.taken}`, service, ticketClass })],
      this.now - lateMin * MINUTE,
    );
  }

  ask(counter: number, request: TellerRequest) {
    const teller = this.day.counters[`counter-${counter}`]?.teller ?? null;
    const newId = () => `i${this.#made}`;
    const context = { counter: `counter-${counter}`, teller, now: this.now, newId };
    const verdict = decide(this.branch, this.day, request, context);
    if (verdict.ok) this.fold(verdict.value);
    return verdict;
  }

  step(step: Step): void {
    this.now += 1_000;
    if (step.is === 'wait') this.now += step.minutes * MINUTE;
    if (step.is === 'arrive') this.arrive(step.service, step.ticketClass, step.lateMin);
    if (step.is === 'ask') this.ask(step.counter, step.request);
    if (step.is === 'served-offline') this.fold([servedOffline(step.counter, step.number, `o${this.#made}`)]);
    if (step.is === 'sign-in') {
      const verdict = signIn(this.branch, this.day, {
        counter: `counter-${step.counter}`,
        teller: `100${step.teller}`,
      });
      if (verdict.ok) this.fold(verdict.value);
    }
  }

  get tickets(): readonly Ticket[] {
    return Object.values(this.day.tickets);
  }
}

function numberOf(service: string, count: number): string {
  const letter = sampleBranch.services.find(({ id }) => id === service)?.letter ?? 'Z';
  return letter + String(count).padStart(3, '0');
}

const counter = fc.integer({ min: 1, max: 5 });
const service = fc.constantFrom(...sampleBranch.services.map(({ id }) => id));
const ticketClass = fc.constantFrom('ordinary', 'ordinary', 'ordinary', 'care', 'vip');
const number = fc.tuple(service, fc.integer({ min: 1, max: 30 })).map(([id, count]) => numberOf(id, count));
const request: fc.Arbitrary<TellerRequest> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<TellerRequest>({ kind: 'call-next' }, { kind: 'finish' }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<TellerRequest>(
      { kind: 'open-counter' },
      { kind: 'recall' },
      { kind: 'no-show' },
      { kind: 'park' },
      { kind: 'pause-counter', reason: 'break' },
      { kind: 'sign-out' },
    ),
  },
  number.map((missed): TellerRequest => ({ kind: 'return-ticket', number: missed })),
  fc.integer({ min: 1, max: 30 }).map((n): TellerRequest => ({ kind: 'resume-ticket', ticketId: `t${n}` })),
  fc.tuple(service, fc.option(counter)).map(
    ([toService, to]): TellerRequest => ({
      kind: 'transfer',
      toService,
      toCounter: to === null ? null : `counter-${to}`,
    }),
  ),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('arrive'),
      service,
      ticketClass,
      lateMin: fc.constantFrom(0, 0, 0, 12),
    }),
  },
  { weight: 8, arbitrary: fc.record({ is: fc.constant('ask'), counter, request }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('sign-in'), counter, teller: counter }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('served-offline'), counter, number }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('wait'), minutes: fc.integer({ min: 1, max: 20 }) }) },
);
const histories = fc.array(step, { minLength: 20, maxLength: 120 });

describe('any day', () => {
  test('Q4 Q9 R2: bound of overtaking, one counter per ticket, one state per ticket, ledger in balance', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const lobby = new Lobby();
        for (const each of steps) {
          lobby.step(each);
          expect(violations(lobby)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('Q3 Q5 Q8: whom a counter calls, and whom that passes', () => {
    fc.assert(
      fc.property(histories, counter, (steps, at1) => {
        const lobby = new Lobby();
        for (const each of steps) lobby.step(each);
        expectRightCall(lobby, `counter-${at1}`);
      }),
      { numRuns: 100 },
    );
  });

  test('Q6 Q7: when nobody else comes, everybody is served', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const lobby = new Lobby();
        for (const each of steps) lobby.step(each);
        serveEverybody(lobby);
        expect(waitingLine(lobby.day, lobby.branch)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('starvation', () => {
  test.each([0, 1, 3, 7])(
    'Q4: with maxPassed %i, an endless stream of a higher class delays nobody by more',
    (maxPassed) => {
      const branch = { ...sampleBranch, rules: { ...sampleBranch.rules, maxPassed, ageingMin: 10_000 } };
      const lobby = new Lobby(branch);
      const ordinary = 4;
      for (let index = 0; index < ordinary; index += 1) lobby.arrive('cash', 'ordinary');
      const order: string[] = [];
      for (let calls = 0; calls < maxPassed + ordinary; calls += 1) {
        lobby.now += MINUTE;
        lobby.arrive('cash', 'care');
        lobby.ask(1, { kind: 'call-next' });
        order.push(lobby.day.calls[0]?.ticketId ?? '');
        lobby.ask(1, { kind: 'finish' });
      }
      expect(order.slice(maxPassed)).toEqual(['t1', 't2', 't3', 't4']);
    },
  );

  test('Q5: without a bound on overtaking, age alone ends it', () => {
    const branch = { ...sampleBranch, rules: { ...sampleBranch.rules, maxPassed: 50, ageingMin: 20 } };
    const lobby = new Lobby(branch);
    lobby.arrive('cash', 'ordinary');
    let calls = 0;
    while (calls < 60 && lobby.day.tickets['t1']?.state.is === 'waiting') {
      calls += 1;
      lobby.now += MINUTE;
      lobby.arrive('cash', 'care');
      lobby.ask(1, { kind: 'call-next' });
      lobby.ask(1, { kind: 'finish' });
    }
    expect(calls).toBe(20);
  });
});

/** What must never be, after any step; one assertion for all of it keeps a hundred histories fast. */
function violations({ tickets, day, branch, taken: arrived }: Lobby): readonly string[] {
  const servedAt = new Map(Object.entries(day.counters).map(([id, { serving }]) => [id, serving]));
  const wrong = tickets.flatMap(({ ticketId, passed, state }) => {
    const holding = [...servedAt].filter(([, serving]) => serving === ticketId).map(([id]) => id);
    const meant = state.is === 'called' ? state.counter : '';
    return [
      ...(passed > branch.rules.maxPassed ? [`${ticketId} was passed ${passed} times`] : []),
      ...(holding.join() === meant ? [] : [`${ticketId} is ${state.is}, held by ${holding.join()}`]),
    ];
  });
  const seated = Object.values(day.counters).flatMap(({ teller }) => teller ?? []);
  const { finished, unmatched: _, ...outcomes } = ledgerOf(day);
  const sum = Object.values(outcomes).reduce((total, count) => total + count, 0);
  return [
    ...wrong,
    ...(tickets.length === arrived ? [] : ['a ticket is lost or doubled']),
    ...(new Set(seated).size === seated.length ? [] : ['a teller sits at two counters']),
    ...(sum === finished ? [] : [`${finished} finished, ${sum} outcomes`]),
  ];
}

function expectRightCall({ branch, day, now }: Lobby, counterId: string): void {
  const line = waitingLine(day, branch, counterId);
  const next = callNext(branch, day, counterId, now);
  if (!next.ok) {
    expect(line).toEqual([]);
    return;
  }
  const index = line.findIndex(({ ticketId }) => ticketId === next.value.ticketId);
  const called = line[index];
  const passed = line.slice(0, index);
  expect(next.value.passed).toEqual(passed.map(({ ticketId }) => ticketId));
  for (const earlier of passed) {
    expect(earlier.ticketClass).not.toBe(called?.ticketClass);
    expect(earlier.passed).toBeLessThan(branch.rules.maxPassed);
    expect(now - earlier.placedAt).toBeLessThan(branch.rules.ageingMin * MINUTE);
  }
}

/** Everybody still called is served, then all five counters work the line off. */
function serveEverybody(lobby: Lobby): void {
  for (let round = 0; round < 120 && waitingLine(lobby.day, lobby.branch).length > 0; round += 1) {
    for (const each of [1, 2, 3, 4, 5]) {
      const seat = lobby.day.counters[`counter-${each}`];
      if (seat?.teller === null)
        lobby.fold([{ kind: 'teller-signed-in', counter: `counter-${each}`, teller: `r${each}` }]);
      lobby.ask(each, { kind: 'finish' });
      lobby.ask(each, { kind: 'open-counter' });
      lobby.ask(each, { kind: 'call-next' });
    }
  }
}
