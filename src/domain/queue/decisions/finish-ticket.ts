import type { TellerVerdict } from '#domain/queue/request.ts';
import { accept, refuse } from '#domain/result.ts';
import type { AskedAt } from './asked-at.ts';

/** Served. The invitation to rate is made here, with the finish, and never by the teller's wish. */
export function finishTicket({ at, context, serving }: AskedAt): TellerVerdict {
  if (serving === null) return refuse('nobody-called');
  const invitationId = context.newId();
  return accept([{ kind: 'ticket-finished', ...at, ticketId: serving.ticketId, invitationId }]);
}
