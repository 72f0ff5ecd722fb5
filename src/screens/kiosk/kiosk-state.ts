import type { OpenState } from '#domain/branch/hours.ts';
import type { PrintOutcome, Promised } from '#domain/event.ts';
import type { ClassId, ServiceId, TicketId, TicketNumber } from '#domain/id.ts';
import type { Ahead } from '#domain/queue/line.ts';

/** A ticket on the screen: durable, the visitor's. */
export type ShownTicket = {
  readonly ticketId: TicketId;
  readonly number: TicketNumber;
  readonly service: ServiceId;
  readonly ticketClass: ClassId;
  readonly language: 'zh-CN' | 'en';
  readonly takenAt: number;
  /** `null`: not known now. */
  readonly ahead: Ahead | null;
  readonly promised: Promised;
};

export type PrintState = 'printing' | PrintOutcome;

/** Where one visitor is. Nothing of a visitor is kept anywhere else. */
export type Visit =
  | { readonly at: 'start' }
  | { readonly at: 'services'; readonly page: number }
  | { readonly at: 'question'; readonly service: ServiceId }
  | { readonly at: 'confirm'; readonly service: ServiceId; readonly ticketClass: ClassId }
  | { readonly at: 'taking'; readonly service: ServiceId }
  | {
      readonly at: 'ticket';
      readonly ticket: ShownTicket;
      readonly print: PrintState;
      /** `failed`: the disk refused, the ticket is still the visitor's. */
      readonly givingBack: 'no' | 'asking' | 'failed';
    }
  | { readonly at: 'given-back'; readonly number: TicketNumber }
  | { readonly at: 'no-number' }
  | { readonly at: 'unwritten' }
  | { readonly at: 'help'; readonly from: Visit };

export type KioskState = {
  readonly visit: Visit;
  readonly staff: boolean;
  /** The machine cannot keep a ticket, or may not. */
  readonly outOfOrder: boolean;
  readonly branch: OpenState;
};

export type Step =
  | { readonly show: 'staff' | 'out-of-order' | 'closed' | 'start' | 'taking' | 'no-number' | 'help' }
  | { readonly show: 'services'; readonly page: number }
  | { readonly show: 'question'; readonly service: ServiceId }
  | { readonly show: 'confirm'; readonly service: ServiceId; readonly ticketClass: ClassId }
  | { readonly show: 'ticket'; readonly visit: Extract<Visit, { at: 'ticket' }> }
  | { readonly show: 'given-back'; readonly number: TicketNumber };

/** Which step shows. A ticket that exists is never hidden by anything but staff. */
export function stepFor({ visit, staff, outOfOrder, branch }: KioskState): Step {
  if (staff) return { show: 'staff' };
  if (visit.at === 'ticket') return { show: 'ticket', visit };
  if (visit.at === 'given-back') return { show: 'given-back', number: visit.number };
  if (visit.at === 'help' || visit.at === 'taking' || visit.at === 'no-number') return { show: visit.at };
  if (outOfOrder || visit.at === 'unwritten') return { show: 'out-of-order' };
  if (!branch.open) return { show: 'closed' };
  return choiceStep(visit);
}

function choiceStep(visit: Extract<Visit, { at: 'start' | 'services' | 'question' | 'confirm' }>): Step {
  switch (visit.at) {
    case 'services':
      return { show: 'services', page: visit.page };
    case 'question':
      return { show: 'question', service: visit.service };
    case 'confirm':
      return { show: 'confirm', service: visit.service, ticketClass: visit.ticketClass };
    case 'start':
      return { show: 'start' };
    default:
      return visit satisfies never;
  }
}
