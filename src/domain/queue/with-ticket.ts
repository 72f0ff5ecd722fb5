import type { CounterId, TicketId } from '#domain/id.ts';
import { counterOf } from './counter-of.ts';
import { lookUp } from './look-up.ts';
import type { BranchDay, CounterState, Ticket } from './queue.ts';

/**
 * Writes a ticket so that `counter.serving` and `ticket.state` can never disagree: a counter serves a ticket exactly
 * when that ticket is called there. A ticket pushed out of its counter waits again.
 */
export function withTicket(day: BranchDay, ticket: Ticket): BranchDay {
  const at = ticket.state.is === 'called' ? ticket.state.counter : null;
  const pushedOut = at === null ? null : counterOf(day, at).serving;
  return {
    ...day,
    tickets: {
      ...day.tickets,
      ...waitingAgain(day, pushedOut === ticket.ticketId ? null : pushedOut),
      [ticket.ticketId]: ticket,
    },
    counters: countersWith(day, ticket.ticketId, at),
  };
}

function waitingAgain(day: BranchDay, ticketId: TicketId | null): Record<TicketId, Ticket> {
  const ticket = ticketId === null ? undefined : lookUp(day.tickets, ticketId);
  return ticket === undefined ? {} : { [ticket.ticketId]: { ...ticket, state: { is: 'waiting' } } };
}

function countersWith(day: BranchDay, ticketId: TicketId, at: CounterId | null): BranchDay['counters'] {
  const left = Object.entries(day.counters).filter(([id, state]) => state.serving === ticketId && id !== at);
  if (left.length === 0 && (at === null || counterOf(day, at).serving === ticketId)) return day.counters;
  const changed: Record<CounterId, CounterState> = { ...day.counters };
  for (const [id, state] of left) changed[id] = { ...state, serving: null };
  if (at !== null) changed[at] = { ...counterOf(day, at), serving: ticketId };
  return changed;
}
