import type { Branch } from '#domain/branch/branch.ts';
import { chooseNext } from './choose-next.ts';
import { counterOf } from './counter-of.ts';
import { waitingLine } from './line.ts';
import { lookUp } from './look-up.ts';
import { precedenceOf } from './precedence.ts';
import type { BranchDay, Ticket } from './queue.ts';
import { mayCall } from './who-serves.ts';

const MIN_MS = 60_000;
const HOUR_MS = 60 * MIN_MS;
/** Nobody is promised anything beyond this. */
const HORIZON_HOURS = 8;

/** Twenty equally likely lengths of a service, as multiples of its typical one: log-normal, mean 1, spread 0.7. */
const LENGTHS = [
  0.24, 0.33, 0.4, 0.45, 0.51, 0.56, 0.62, 0.67, 0.73, 0.79, 0.85, 0.92, 1.0, 1.09, 1.19, 1.32, 1.47, 1.69,
  2.03, 2.82,
];

type Waiting = {
  readonly placedAt: number;
  readonly passed: number;
  readonly precedence: number;
  readonly typicalMs: number;
  /** For each open counter, whether it may call this ticket. */
  readonly callableAt: readonly boolean[];
  readonly isSelf: boolean;
};
type Busy = { readonly elapsedMs: number; readonly typicalMs: number } | null;

/** What a run needs to know, drawn once from the day. */
export type Scene = {
  readonly rules: Branch['rules'];
  readonly now: number;
  readonly line: readonly Waiting[];
  readonly self: Waiting;
  readonly counters: readonly Busy[];
};

/** The open counters, who is being served there, who waits, and the higher classes that the last hour lets expect. */
export function sceneOf(branch: Branch, day: BranchDay, self: Ticket, now: number): Scene {
  const open = branch.counters.filter((counter) => counterOf(day, counter.id).status === 'open');
  const waits = (ticket: Ticket): Waiting => ({
    placedAt: Math.min(ticket.placedAt, now),
    passed: ticket.passed,
    precedence: precedenceOf(branch, ticket.ticketClass),
    typicalMs: typicalMs(branch, ticket),
    callableAt: open.map((counter) => mayCall(branch, day, counter, ticket)),
    isSelf: ticket === self,
  });
  const own = waits(self);
  const expected = recentTickets(day, now)
    .map(waits)
    .filter(({ precedence, callableAt }) => precedence > own.precedence && meets(callableAt, own.callableAt))
    .flatMap(repeatedHourly);
  return {
    rules: branch.rules,
    now,
    self: own,
    line: [
      ...waitingLine(day, branch).map(waits),
      own,
      ...expected.toSorted((a, b) => a.placedAt - b.placedAt),
    ],
    counters: open.map(({ id }) => busyAt(branch, day, counterOf(day, id).serving, now)),
  };
}

/** One possible future: how long this ticket waits, ms; `draw` gives numbers from 0 up to 1. */
export function rollForward(scene: Scene, draw: () => number): number {
  const lengthMs = (typical: number) => typical * pick(LENGTHS, draw());
  const freeAt = scene.counters.map((busy) => scene.now + (busy === null ? 0 : remainingMs(busy, draw())));
  const line = scene.line.map((waiting) => ({ ...waiting }));
  for (;;) {
    const at = indexOfLeast(freeAt);
    const time = freeAt[at] ?? Number.POSITIVE_INFINITY;
    if (time > scene.now + HORIZON_HOURS * HOUR_MS) return HORIZON_HOURS * HOUR_MS;
    const called = takeNext(line, presentAt(line, at, time), scene.rules, time);
    if (called?.isSelf) return time - scene.now;
    freeAt[at] = called === undefined ? Number.POSITIVE_INFINITY : time + lengthMs(called.typicalMs);
  }
}

type Moving = Waiting & { passed: number };

/** Calls one of those present out of the line, by the rule. */
function takeNext(
  line: Moving[],
  here: readonly Moving[],
  rules: Scene['rules'],
  time: number,
): Moving | undefined {
  const chosen = chooseNext(here, rules, time);
  const called = here[chosen];
  if (called === undefined) return undefined;
  for (const waiting of here.slice(0, chosen)) waiting.passed += 1;
  line.splice(line.indexOf(called), 1);
  return called;
}

/** Who has come by then and may be called there; the line is in order of coming. */
function presentAt(line: readonly Moving[], counter: number, time: number): readonly Moving[] {
  const here: Moving[] = [];
  for (const waiting of line) {
    if (waiting.placedAt > time) break;
    if (waiting.callableAt[counter]) here.push(waiting);
  }
  return here;
}

function typicalMs(branch: Branch, { service }: Ticket): number {
  return (branch.services.find(({ id }) => id === service)?.typicalMinutes ?? 10) * MIN_MS;
}

function recentTickets(day: BranchDay, now: number): readonly Ticket[] {
  return Object.values(day.tickets).filter(({ takenAt }) => takenAt > now - HOUR_MS && takenAt <= now);
}

/** As they came in the last hour, so they may come in the next ones. */
function repeatedHourly(waiting: Waiting): readonly Waiting[] {
  return Array.from({ length: HORIZON_HOURS }, (_, hours) => ({
    ...waiting,
    passed: 0,
    placedAt: waiting.placedAt + (hours + 1) * HOUR_MS,
  }));
}

function meets(one: readonly boolean[], other: readonly boolean[]): boolean {
  return one.some((callable, counter) => callable && other[counter] === true);
}

function busyAt(branch: Branch, day: BranchDay, serving: string | null, now: number): Busy {
  const ticket = serving === null ? undefined : lookUp(day.tickets, serving);
  if (ticket?.state.is !== 'called') return null;
  return { elapsedMs: now - ticket.state.since, typicalMs: typicalMs(branch, ticket) };
}

/** How much longer, given how long already; one that outlasts every usual length takes a quarter of the typical more. */
function remainingMs({ elapsedMs, typicalMs: typical }: NonNullable<Busy>, drawn: number): number {
  const possible = LENGTHS.map((length) => length * typical - elapsedMs).filter((left) => left > 0);
  return possible.length === 0 ? typical / 4 : pick(possible, drawn);
}

function pick(values: readonly number[], drawn: number): number {
  return values[Math.floor(drawn * values.length)] ?? 0;
}

function indexOfLeast(values: readonly number[]): number {
  return values.indexOf(Math.min(...values));
}
