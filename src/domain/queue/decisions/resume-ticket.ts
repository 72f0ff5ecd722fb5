import type { TicketId } from '#domain/id.ts';
import { lookUp } from '#domain/queue/look-up.ts';
import type { TellerVerdict } from '#domain/queue/request.ts';
import { accept, refuse } from '#domain/result.ts';
import type { AskedAt } from './asked-at.ts';

/** Goes on with a ticket parked at this counter. It was called in its turn already, so nobody is passed by it. */
export function resumeTicket({ day, at, counter, serving }: AskedAt, ticketId: TicketId): TellerVerdict {
  if (serving !== null) return refuse('still-serving');
  if (counter.status !== 'open') return refuse('counter-not-open');
  const ticket = lookUp(day.tickets, ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  const here = ticket.state.is === 'parked' && ticket.state.counter === at.counter;
  return here ? accept([{ kind: 'ticket-called', ...at, ticketId, passed: [] }]) : refuse('ticket-not-there');
}
