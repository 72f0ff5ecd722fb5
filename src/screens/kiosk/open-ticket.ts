import type { PrintOutcome, TicketTaken } from '#domain/event.ts';
import type { BusinessDay, TicketNumber } from '#domain/id.ts';
import type { Answered, Journal, Notebook, Requester } from '#platform/sync/device.ts';
import { reportExhausted } from './exhausted-report.ts';
import type { ShownTicket } from './kiosk-state.ts';

/** What a visitor wants, before it has a number. */
export type Intent = Omit<ShownTicket, 'number'> & { readonly letter: string };

/**
 *   asked ──(ticket-taken durable)──▶ taken ──(on the screen)──▶ shown ──(visit over)──▶ erased
 *
 * On disk before anything else, so that a crash at any point finds what it needs to finish truthfully.
 */
export type OpenTicket =
  | { readonly stage: 'asked'; readonly intent: Intent }
  | {
      readonly stage: 'taken' | 'shown';
      readonly ticket: ShownTicket;
      readonly printed: PrintOutcome | null;
    };

const NOTE = 'open-ticket';
/** The server gets this long to number the ticket; then the block leased to this kiosk does. */
const NUMBER_WITHIN_MS = 400;

export type TicketDesk = {
  readonly journal: Journal;
  readonly requester: Requester;
  readonly notebook: Notebook;
  readonly today: () => BusinessDay;
};

export type Taking =
  | { readonly is: 'taken'; readonly ticket: ShownTicket }
  | { readonly is: 'no-number' }
  | { readonly is: 'unwritten' };

/** Turns an intent into one durable ticket, whoever numbers it. */
export async function takeTicket(desk: TicketDesk, intent: Intent): Promise<Taking> {
  if (!(await keepOpen(desk, { stage: 'asked', intent }))) return { is: 'unwritten' };
  const taking = await number(desk, intent);
  if (taking.is !== 'taken') {
    await closeTicket(desk);
    return taking;
  }
  await keepOpen(desk, { stage: 'taken', ticket: taking.ticket, printed: null });
  return taking;
}

async function number(desk: TicketDesk, intent: Intent): Promise<Taking> {
  const { ticketId, service } = intent;
  const answer = await desk.requester.ask(
    { kind: 'number-ticket', ticketId, service },
    { timeoutMs: NUMBER_WITHIN_MS, requestId: ticketId },
  );
  if (answer.is !== 'numbered')
    return mayNumberAlone(answer) ? numberAlone(desk, intent) : { is: 'no-number' };
  const recorded = await desk.journal.record(factOf(intent, answer.number, 'server'));
  if (recorded.is === 'unwritten') return { is: 'unwritten' };
  return { is: 'taken', ticket: withNumber(intent, answer.number) };
}

/** Refusals under which a ticket taken here is sent, counted and called all the same, only later. */
const ONLY_LATER: ReadonlySet<string> = new Set(['numbers-exhausted', 'too-many', 'update-needed', 'clock']);

/** A device the branch does not know any more must not print: nobody would ever call that number. */
function mayNumberAlone(answer: Answered): boolean {
  return answer.is === 'no-answer' || (answer.is === 'refused' && ONLY_LATER.has(answer.code));
}

async function numberAlone(desk: TicketDesk, intent: Intent): Promise<Taking> {
  const leased = await desk.journal.recordNumbered(intent.letter, (next) => factOf(intent, next, 'lease'));
  if (leased.is === 'written') return { is: 'taken', ticket: withNumber(intent, leased.number) };
  if (leased.is === 'unwritten') return { is: 'unwritten' };
  await reportExhausted(desk, intent.letter);
  return { is: 'no-number' };
}

function factOf(intent: Intent, number: TicketNumber, numberedBy: TicketTaken['numberedBy']): TicketTaken {
  const { ticketId, service, ticketClass, language, promised } = intent;
  return {
    kind: 'ticket-taken',
    ticketId,
    number,
    service,
    ticketClass,
    language,
    numberedBy,
    promised,
  };
}

export function withNumber({ letter, ...ticket }: Intent, number: TicketNumber): ShownTicket {
  return { ...ticket, number };
}

export function keepOpen({ notebook }: Pick<TicketDesk, 'notebook'>, open: OpenTicket): Promise<boolean> {
  return notebook.write(NOTE, open);
}

export function readOpen({ notebook }: Pick<TicketDesk, 'notebook'>): Promise<OpenTicket | null> {
  return notebook.read<OpenTicket>(NOTE);
}

export function closeTicket({ notebook }: Pick<TicketDesk, 'notebook'>): Promise<void> {
  return notebook.erase(NOTE);
}
