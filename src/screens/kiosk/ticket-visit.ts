import type { Signal } from '@preact/signals';
import type { PrintOutcome } from '#domain/event.ts';
import type { TicketPrinter, TicketSlip } from '#platform/hardware/ticket-printer.ts';
import { finishOpenTicket } from './finish-open-ticket.ts';
import type { PrintState, ShownTicket, Visit } from './kiosk-state.ts';
import { closeTicket, type Intent, keepOpen, type TicketDesk, takeTicket } from './open-ticket.ts';

export type TicketVisitParts = TicketDesk & {
  readonly visit: Signal<Visit>;
  readonly printer: TicketPrinter;
  readonly slipOf: (ticket: ShownTicket) => TicketSlip;
  readonly now: () => number;
};

export type TicketVisit = {
  /** One ticket for one intent, however often it is pressed. */
  readonly take: (intent: Intent) => Promise<void>;
  /** Gives the ticket on the screen back. */
  readonly withdraw: () => Promise<void>;
  /** What a crash left open. Before the first visitor. */
  readonly resume: () => Promise<void>;
  /** The visitor is gone: nothing is open any more. */
  readonly close: () => Promise<void>;
};

/** From the wish for a ticket to paper in hand. */
export function createTicketVisit(parts: TicketVisitParts): TicketVisit {
  const { visit, printer, journal, now } = parts;

  return {
    take: async (intent) => {
      if (visit.peek().at === 'taking') return;
      visit.value = { at: 'taking', service: intent.service };
      const taking = await takeTicket(parts, intent);
      if (taking.is === 'taken') await showAndPrint(parts, taking.ticket);
      else visit.value = { at: taking.is };
    },
    withdraw: async () => {
      const current = visit.peek();
      if (current.at !== 'ticket') return;
      const { ticketId, number } = current.ticket;
      const fact = { kind: 'ticket-withdrawn', ticketId, reason: 'visitor-gave-it-back' } as const;
      const recorded = await journal.record(fact);
      if (!isShown(parts, ticketId)) return;
      if (recorded.is === 'unwritten') visit.value = { ...current, givingBack: 'failed' };
      else {
        visit.value = { at: 'given-back', number };
        await closeTicket(parts);
      }
    },
    resume: async () => {
      const unfinished = await finishOpenTicket(parts, { now: now(), hasPaper: printer.hasPaper });
      if (unfinished.is === 'show-and-print') await showAndPrint(parts, unfinished.ticket);
      if (unfinished.is === 'show') show(parts, unfinished.ticket, unfinished.printed);
    },
    close: () => closeTicket(parts),
  };
}

function show({ visit }: TicketVisitParts, ticket: ShownTicket, print: PrintState): void {
  visit.value = { at: 'ticket', ticket, print, givingBack: 'no' };
}

async function showAndPrint(parts: TicketVisitParts, ticket: ShownTicket): Promise<void> {
  show(parts, ticket, parts.printer.hasPaper ? 'printing' : 'no-printer');
  await keepOpen(parts, { stage: 'shown', ticket, printed: null });
  const outcome = await parts.printer.print(parts.slipOf(ticket));
  await recordOutcome(parts, ticket, outcome);
}

async function recordOutcome(parts: TicketVisitParts, ticket: ShownTicket, outcome: PrintOutcome) {
  const { ticketId } = ticket;
  parts.visit.value = withOutcome(parts.visit.peek(), ticketId, outcome);
  const printed = { kind: 'ticket-printed', ticketId, outcome } as const;
  const trouble = { kind: 'device-trouble', code: 'out-of-paper' } as const;
  await parts.journal.record(printed, ...(outcome === 'out-of-paper' ? [trouble] : []));
  // The next visitor's ticket may already be open in the same place.
  if (isShown(parts, ticketId)) await keepOpen(parts, { stage: 'shown', ticket, printed: outcome });
}

/** Who asked for help while it was printing comes back to the ticket as it is by then. */
function withOutcome(visit: Visit, ticketId: string, outcome: PrintOutcome): Visit {
  if (visit.at === 'help') return { ...visit, from: withOutcome(visit.from, ticketId, outcome) };
  return visit.at === 'ticket' && visit.ticket.ticketId === ticketId ? { ...visit, print: outcome } : visit;
}

function isShown({ visit }: TicketVisitParts, ticketId: string): boolean {
  return isOpen(visit.peek(), ticketId);
}

/** The screen is this ticket's, even where help is asked for in between. */
function isOpen(visit: Visit, ticketId: string): boolean {
  if (visit.at === 'help') return isOpen(visit.from, ticketId);
  return visit.at === 'ticket' && visit.ticket.ticketId === ticketId;
}
