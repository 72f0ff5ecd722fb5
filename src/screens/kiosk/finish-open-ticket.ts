import type { ShownTicket } from './kiosk-state.ts';
import { closeTicket, type OpenTicket, readOpen, type TicketDesk, withNumber } from './open-ticket.ts';

/** Whoever stood here when the kiosk died is still here after a restart of the page, and gone after this. */
const STILL_HERE_MS = 120_000;

export type Unfinished =
  | { readonly is: 'nothing' }
  /** Nobody has seen it yet: show and print it. */
  | { readonly is: 'show-and-print'; readonly ticket: ShownTicket }
  /** It was on the screen; a second slip would be a second slip. */
  | { readonly is: 'show'; readonly ticket: ShownTicket; readonly printed: 'unknown' | 'no-printer' };

/** After a crash: finishes truthfully the ticket that was open, wherever it stood. */
export async function finishOpenTicket(
  desk: TicketDesk,
  { now, hasPaper }: { readonly now: number; readonly hasPaper: boolean },
): Promise<Unfinished> {
  const open = await readOpen(desk);
  if (open === null) return { is: 'nothing' };
  const ticket = ticketOf(open, desk);
  if (ticket === null) return forget(desk);
  const isHere = Math.abs(now - ticket.takenAt) < STILL_HERE_MS;
  if (open.stage !== 'shown') return isHere ? { is: 'show-and-print', ticket } : withdraw(desk, ticket);
  const printed = hasPaper ? 'unknown' : 'no-printer';
  if (open.printed === null) {
    await desk.journal.record({ kind: 'ticket-printed', ticketId: ticket.ticketId, outcome: printed });
  }
  return isHere ? { is: 'show', ticket, printed } : forget(desk);
}

/** Granted but never recorded is no ticket: only a gap in the numbers. */
function ticketOf(open: OpenTicket, { journal }: TicketDesk): ShownTicket | null {
  if (open.stage !== 'asked') return open.ticket;
  const recorded = journal.day.peek().tickets[open.intent.ticketId];
  return recorded ? withNumber(open.intent, recorded.number) : null;
}

async function withdraw(desk: TicketDesk, { ticketId }: ShownTicket): Promise<Unfinished> {
  const state = desk.journal.day.peek().tickets[ticketId]?.state.is;
  if (state === 'waiting') {
    await desk.journal.record({ kind: 'ticket-withdrawn', ticketId, reason: 'unseen' });
  }
  return forget(desk);
}

async function forget(desk: TicketDesk): Promise<Unfinished> {
  await closeTicket(desk);
  return { is: 'nothing' };
}
