import type {
  Entry,
  TicketCalled,
  TicketNotShown,
  TicketParked,
  TicketRecalled,
  TicketReturned,
  TicketTaken,
  TicketTransferred,
  TicketWithdrawn,
} from '#domain/event.ts';
import type { TicketId } from '#domain/id.ts';
import { type Draft, put } from './draft.ts';
import { closePending } from './fold-invitation.ts';
import { lookUp } from './look-up.ts';
import type { BranchDay, Call, Ticket, TicketState } from './queue.ts';
import { withTicket } from './with-ticket.ts';

const CALLS_KEPT = 12;

/** The first fact with a ticketId makes the ticket; a number already served offline makes it a finished one. */
export function foldTaken(day: Draft, entry: Entry, fact: TicketTaken): Draft {
  if (lookUp(day.tickets, fact.ticketId) !== undefined) return day;
  const served = lookUp(day.servedOffline, fact.number);
  const { [fact.number]: _, ...others } = day.servedOffline;
  const ticket: Ticket = {
    ticketId: fact.ticketId,
    number: fact.number,
    service: fact.service,
    ticketClass: fact.ticketClass,
    kiosk: entry.device,
    language: fact.language,
    takenAt: entry.at,
    placedAt: entry.at,
    joinedPosition: entry.position,
    passed: 0,
    onlyCounter: null,
    promised: fact.promised,
    state: served === undefined ? { is: 'waiting' } : { is: 'finished', since: served.at },
  };
  return withTicket(served === undefined ? day : { ...day, servedOffline: others }, ticket);
}

/** Given back or never seen; a ticket that was served stays served. */
export function foldWithdrawn(day: Draft, entry: Entry, fact: TicketWithdrawn): Draft {
  return move(day, fact.ticketId, () => ({ is: 'withdrawn', since: entry.at }));
}

/** The call itself, one more overtaking for each ticket passed, and the end of what the counter's pad still asked. */
export function foldCalled(day: Draft, entry: Entry, fact: TicketCalled): Draft {
  const ticket = alive(day, fact.ticketId);
  const counted = closePending(withPassed(day, fact.passed), fact.counter);
  if (ticket === undefined) return counted;
  const state: TicketState = {
    is: 'called',
    counter: fact.counter,
    teller: fact.teller,
    since: entry.at,
    recalls: 0,
  };
  const { ticketId, number } = ticket;
  const call: Call = { ticketId, number, counter: fact.counter, at: entry.at, times: 1 };
  return withCall(withTicket(counted, { ...ticket, state }), call);
}

export function foldRecalled(day: Draft, entry: Entry, fact: TicketRecalled): Draft {
  const ticket = alive(day, fact.ticketId);
  if (ticket?.state.is !== 'called' || ticket.state.counter !== fact.counter) return day;
  const recalls = ticket.state.recalls + 1;
  const { ticketId, number } = ticket;
  const call: Call = { ticketId, number, counter: fact.counter, at: entry.at, times: recalls + 1 };
  return withCall(withTicket(day, { ...ticket, state: { ...ticket.state, recalls } }), call);
}

export function foldNotShown(day: Draft, entry: Entry, fact: TicketNotShown): Draft {
  return move(day, fact.ticketId, () => ({ is: 'not-shown', since: entry.at }));
}

export function foldParked(day: Draft, entry: Entry, fact: TicketParked): Draft {
  return move(day, fact.ticketId, () => ({ is: 'parked', counter: fact.counter, since: entry.at }));
}

/** Back in the line at a place given by rule; among tickets of the very same moment it is the last. */
export function foldReturned(day: Draft, entry: Entry, fact: TicketReturned): Draft {
  const ticket = alive(day, fact.ticketId);
  if (ticket === undefined) return day;
  const kept = fact.placedAt === ticket.placedAt;
  return withTicket(day, {
    ...ticket,
    placedAt: fact.placedAt,
    joinedPosition: kept ? ticket.joinedPosition : entry.position,
    state: { is: 'waiting' },
  });
}

/** Waits again at its old place, for another service or counter; the number never changes. */
export function foldTransferred(day: Draft, fact: TicketTransferred): Draft {
  const ticket = alive(day, fact.ticketId);
  if (ticket === undefined) return day;
  return withTicket(day, {
    ...ticket,
    service: fact.toService,
    onlyCounter: fact.toCounter,
    state: { is: 'waiting' },
  });
}

/** A ticket that can still move: neither served nor taken back. */
function alive(day: BranchDay, ticketId: TicketId): Ticket | undefined {
  const ticket = lookUp(day.tickets, ticketId);
  if (ticket === undefined || ticket.state.is === 'finished' || ticket.state.is === 'withdrawn')
    return undefined;
  return ticket;
}

function move(day: Draft, ticketId: TicketId, to: () => TicketState): Draft {
  const ticket = alive(day, ticketId);
  return ticket === undefined ? day : withTicket(day, { ...ticket, state: to() });
}

function withPassed(day: Draft, passed: readonly TicketId[]): Draft {
  const changed: Record<TicketId, Ticket> = {};
  for (const ticketId of passed) {
    const ticket = lookUp(day.tickets, ticketId);
    if (ticket !== undefined) changed[ticketId] = { ...ticket, passed: ticket.passed + 1 };
  }
  return put(day, 'tickets', changed);
}

function withCall(day: Draft, call: Call): Draft {
  const others = day.calls.filter((earlier) => earlier.ticketId !== call.ticketId);
  return { ...day, calls: [call, ...others].slice(0, CALLS_KEPT) };
}
