import type { TellerVerdict } from '#domain/queue/request.ts';
import { accept, refuse } from '#domain/result.ts';
import type { AskedAt } from './asked-at.ts';

/** Calls the called ticket once more. */
export function recallTicket({ at, serving }: AskedAt): TellerVerdict {
  if (serving === null) return refuse('nobody-called');
  return accept([{ kind: 'ticket-recalled', ...at, ticketId: serving.ticketId }]);
}
