import type { TellerVerdict } from '#domain/queue/request.ts';
import { accept, refuse } from '#domain/result.ts';
import type { AskedAt } from './asked-at.ts';

/** The visitor steps aside, for a form say, and comes back to this counter. */
export function parkTicket({ at, serving }: AskedAt): TellerVerdict {
  if (serving === null) return refuse('nobody-called');
  return accept([{ kind: 'ticket-parked', ...at, ticketId: serving.ticketId }]);
}
