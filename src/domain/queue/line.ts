import type { Branch } from '#domain/branch/branch.ts';
import type { ClassId, CounterId, ServiceId } from '#domain/id.ts';
import { chooseNext } from './choose-next.ts';
import { counterOf } from './counter-of.ts';
import { inLine } from './in-line.ts';
import { precedenceOf } from './precedence.ts';
import type { BranchDay, Ticket } from './queue.ts';
import { counterById, mayCall } from './who-serves.ts';

/** Everyone who waits, first in line first; with a counter, those it may call. Not yet the order of calling. */
export function waitingLine(day: BranchDay, branch: Branch, counterId?: CounterId): readonly Ticket[] {
  const waiting = Object.values(day.tickets)
    .filter((ticket) => ticket.state.is === 'waiting')
    .sort(inLine);
  if (counterId === undefined) return waiting;
  const counter = counterById(branch, counterId);
  return counter === undefined ? [] : waiting.filter((ticket) => mayCall(branch, day, counter, ticket));
}

/** Somebody about to take a ticket. */
export type Newcomer = { readonly service: ServiceId; readonly ticketClass: ClassId };

export type Ahead = {
  readonly total: number;
  /** Highest class first; only classes that somebody ahead belongs to. */
  readonly byClass: readonly { readonly classId: ClassId; readonly count: number }[];
};

/**
 * Who would truly be served before this ticket, or before somebody taking one now: the line is called through by the
 * rule of bounded overtaking, as if nobody else came.
 */
export function aheadOf(branch: Branch, day: BranchDay, who: Newcomer | Ticket, now: number): Ahead {
  const self = placeOf(who, now);
  if (self.state.is !== 'waiting') return { total: 0, byClass: [] };
  const line = competitors(branch, day, self).toSorted(inLine);
  const standing = line.map((ticket) => ({
    ticket,
    placedAt: ticket.placedAt,
    passed: ticket.passed,
    precedence: precedenceOf(branch, ticket.ticketClass),
  }));
  const before: Ticket[] = [];
  for (;;) {
    const chosen = chooseNext(standing, branch.rules, now);
    for (const passed of standing.slice(0, chosen)) passed.passed += 1;
    const [called] = standing.splice(chosen, 1);
    if (called === undefined || called.ticket.ticketId === self.ticketId) break;
    before.push(called.ticket);
  }
  return { total: before.length, byClass: countByClass(branch, before) };
}

/** Stands in for the ticket a newcomer would get: last in line, even behind a ticket of a clock that runs ahead. */
export function placeOf(who: Newcomer | Ticket, now: number): Ticket {
  if ('ticketId' in who) return who;
  return {
    ticketId: '',
    number: '',
    service: who.service,
    ticketClass: who.ticketClass,
    kiosk: '',
    language: 'zh-CN',
    takenAt: now,
    placedAt: Number.POSITIVE_INFINITY,
    joinedPosition: Number.POSITIVE_INFINITY,
    passed: 0,
    onlyCounter: null,
    promised: null,
    state: { is: 'waiting' },
  };
}

/** The ticket itself and all who wait for a counter that could call it; open counters decide while there are any. */
function competitors(branch: Branch, day: BranchDay, self: Ticket): readonly Ticket[] {
  const mine = branch.counters.filter((counter) => mayCall(branch, day, counter, self));
  const open = mine.filter((counter) => counterOf(day, counter.id).status === 'open');
  const at = open.length > 0 ? open : mine;
  const others = waitingLine(day, branch).filter(
    (ticket) =>
      ticket.ticketId !== self.ticketId && at.some((counter) => mayCall(branch, day, counter, ticket)),
  );
  return [...others, self];
}

function countByClass(branch: Branch, tickets: readonly Ticket[]): Ahead['byClass'] {
  const counts = new Map<ClassId, number>();
  for (const { ticketClass } of tickets) counts.set(ticketClass, (counts.get(ticketClass) ?? 0) + 1);
  return [...counts]
    .map(([classId, count]) => ({ classId, count }))
    .sort((one, other) => precedenceOf(branch, other.classId) - precedenceOf(branch, one.classId));
}
