import type { Entry, TicketFinished, VisitorServedOffline } from '#domain/event.ts';
import type { CounterId, TicketNumber } from '#domain/id.ts';
import { type Draft, put } from './draft.ts';
import { foldFinishedInvitation } from './fold-invitation.ts';
import { inLine } from './in-line.ts';
import { lookUp } from './look-up.ts';
import type { BranchDay, Ticket } from './queue.ts';
import { withTicket } from './with-ticket.ts';

/** The ticket is served and its one invitation opens. */
export function foldFinished(day: Draft, entry: Entry, fact: TicketFinished): Draft {
  const ticket = lookUp(day.tickets, fact.ticketId);
  if (ticket === undefined) return day;
  const first = ticket.state.is !== 'finished';
  const after = first ? finish(day, ticket, entry.at) : day;
  return foldFinishedInvitation(after, { ...fact, number: ticket.number, at: entry.at, first });
}

/** Served by a console whose line was cut, known only by the number on the paper. */
export function foldServedOffline(day: Draft, entry: Entry, fact: VisitorServedOffline): Draft {
  const ticket = servedTicket(day, fact.number, fact.counter);
  if (ticket !== undefined) {
    const after = finish(day, ticket, entry.at);
    return foldFinishedInvitation(after, { ...fact, at: entry.at, first: true });
  }
  const first = !isServed(day, fact.number);
  const after = first ? remember(day, fact.number, entry.at) : day;
  return foldFinishedInvitation(after, { ...fact, at: entry.at, first });
}

function finish(day: Draft, ticket: Ticket, at: number): Draft {
  return withTicket(day, { ...ticket, state: { is: 'finished', since: at } });
}

/** Should two tickets bear one number, then the one called here, else the first in line, was meant. */
function servedTicket(day: BranchDay, number: TicketNumber, counter: CounterId): Ticket | undefined {
  const open = Object.values(day.tickets)
    .filter((ticket) => ticket.number === number && ticket.state.is !== 'finished')
    .sort((one, other) => rank(one, counter) - rank(other, counter) || inLine(one, other));
  return open[0];
}

function rank({ state }: Ticket, counter: CounterId): number {
  if (state.is === 'called' && state.counter === counter) return 0;
  return state.is === 'withdrawn' ? 2 : 1;
}

function isServed(day: BranchDay, number: TicketNumber): boolean {
  if (lookUp(day.servedOffline, number) !== undefined) return true;
  return Object.values(day.tickets).some((ticket) => ticket.number === number);
}

function remember(day: Draft, number: TicketNumber, at: number): Draft {
  return put(day, 'servedOffline', { [number]: { at } });
}
