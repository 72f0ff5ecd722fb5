import type { CounterId, TicketId } from '#domain/id.ts';
import { counterOf } from './counter-of.ts';
import { type Draft, put } from './draft.ts';
import { lookUp } from './look-up.ts';
import type { BranchDay, Ticket } from './queue.ts';

/**
 * Writes a ticket so that `counter.serving` and `ticket.state` can never disagree: a counter serves a ticket exactly
 * when that ticket is called there. A ticket pushed out of its counter waits again.
 */
export function withTicket(draft: Draft, ticket: Ticket): Draft {
  const at = ticket.state.is === 'called' ? ticket.state.counter : null;
  const pushedOut = at === null ? null : counterOf(draft, at).serving;
  const tickets = {
    ...waitingAgain(draft, pushedOut === ticket.ticketId ? null : pushedOut),
    [ticket.ticketId]: ticket,
  };
  return put(put(draft, 'tickets', tickets), 'counters', countersChanged(draft, ticket.ticketId, at));
}

function waitingAgain(day: BranchDay, ticketId: TicketId | null): Record<TicketId, Ticket> {
  const ticket = ticketId === null ? undefined : lookUp(day.tickets, ticketId);
  return ticket === undefined ? {} : { [ticket.ticketId]: { ...ticket, state: { is: 'waiting' } } };
}

function countersChanged(day: BranchDay, ticketId: TicketId, at: CounterId | null): BranchDay['counters'] {
  const left = Object.entries(day.counters)
    .filter(([id, state]) => state.serving === ticketId && id !== at)
    .map(([id, state]) => [id, { ...state, serving: null }] as const);
  const taken = at === null ? [] : [[at, { ...counterOf(day, at), serving: ticketId }] as const];
  return Object.fromEntries([...left, ...taken]);
}
