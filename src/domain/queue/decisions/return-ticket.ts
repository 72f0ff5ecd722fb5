import type { TicketNumber } from '#domain/id.ts';
import { inLine } from '#domain/queue/in-line.ts';
import { waitingLine } from '#domain/queue/line.ts';
import type { Ticket } from '#domain/queue/queue.ts';
import type { TellerVerdict } from '#domain/queue/request.ts';
import { accept, refuse } from '#domain/result.ts';
import type { AskedAt } from './asked-at.ts';

/** A no-show is back: in time near the front, later only with a new ticket. */
export function returnTicket(asked: AskedAt, number: TicketNumber): TellerVerdict {
  const { day, at, branch, context } = asked;
  const bearers = Object.values(day.tickets).filter((ticket) => ticket.number === number);
  if (bearers.length === 0) return refuse('unknown-ticket');
  const ticket = bearers.toSorted(inLine).find(({ state }) => state.is === 'not-shown');
  if (ticket?.state.is !== 'not-shown') return refuse('ticket-not-there');
  if (context.now - ticket.state.since > branch.rules.graceMin * 60_000) return refuse('grace-over');
  const { ticketId } = ticket;
  return accept([{ kind: 'ticket-returned', ...at, ticketId, placedAt: placeForReturned(asked, ticket) }]);
}

/** Behind the first `returnBehind` who wait for the same service, never before its own old place. */
function placeForReturned({ branch, day }: AskedAt, ticket: Ticket): number {
  const line = waitingLine(day, branch).filter(({ service }) => service === ticket.service);
  const before = line.slice(0, branch.rules.returnBehind).at(-1);
  return Math.max(ticket.placedAt, before?.placedAt ?? 0);
}
