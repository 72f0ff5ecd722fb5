import type { TellerVerdict } from '#domain/queue/request.ts';
import { accept, refuse } from '#domain/result.ts';
import type { AskedAt } from './asked-at.ts';

/** The called visitor did not come; the grace time begins. */
export function markNoShow({ at, serving }: AskedAt): TellerVerdict {
  if (serving === null) return refuse('nobody-called');
  return accept([{ kind: 'ticket-not-shown', ...at, ticketId: serving.ticketId }]);
}
