import type { Entry } from '#domain/event.ts';
import type { InvitationId, ServiceId, TellerId, TicketId } from '#domain/id.ts';

/** One finished ticket as the journal tells it. */
export type ServiceRecord = {
  readonly invitationId: InvitationId;
  readonly teller: TellerId;
  readonly service: ServiceId;
  readonly waitedMs: number;
  readonly servedMs: number;
};

type Open = { readonly service: ServiceId; readonly takenAt: number; readonly calledAt: number | null };

/** Every ticket of these entries that was taken, called and finished, with its times. */
export function serviceRecords(entries: readonly Entry[]): readonly ServiceRecord[] {
  const open = new Map<TicketId, Open>();
  return entries.flatMap((entry) => {
    const record = recordOf(open, entry);
    follow(open, entry);
    return record === null ? [] : [record];
  });
}

function recordOf(open: ReadonlyMap<TicketId, Open>, { fact, at }: Entry): ServiceRecord | null {
  if (fact.kind !== 'ticket-finished') return null;
  const ticket = open.get(fact.ticketId);
  if (ticket === undefined || ticket.calledAt === null) return null;
  const { invitationId, teller } = fact;
  const { service, takenAt, calledAt } = ticket;
  return { invitationId, teller, service, waitedMs: calledAt - takenAt, servedMs: at - calledAt };
}

function follow(open: Map<TicketId, Open>, { fact, at }: Entry): void {
  if (fact.kind === 'ticket-taken') {
    open.set(fact.ticketId, { service: fact.service, takenAt: at, calledAt: null });
    return;
  }
  if (fact.kind !== 'ticket-called' && fact.kind !== 'ticket-transferred') return;
  const ticket = open.get(fact.ticketId);
  if (ticket === undefined) return;
  const change = fact.kind === 'ticket-called' ? { calledAt: at } : { service: fact.toService };
  open.set(fact.ticketId, { ...ticket, ...change });
}
