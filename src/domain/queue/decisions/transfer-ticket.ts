import type { CounterId, ServiceId } from '#domain/id.ts';
import type { TellerRefusal, TellerVerdict } from '#domain/queue/request.ts';
import { counterById } from '#domain/queue/who-serves.ts';
import { accept, refuse } from '#domain/result.ts';
import type { AskedAt } from './asked-at.ts';

type Target = { readonly toService: ServiceId; readonly toCounter: CounterId | null };

/** The visitor waits again with place and number kept, for another service, another counter, or both. */
export function transferTicket(asked: AskedAt, { toService, toCounter }: Target): TellerVerdict {
  if (asked.serving === null) return refuse('nobody-called');
  const wrong = wrongTarget(asked, { toService, toCounter });
  if (wrong !== null) return refuse(wrong);
  const { ticketId } = asked.serving;
  return accept([{ kind: 'ticket-transferred', ...asked.at, ticketId, toService, toCounter }]);
}

function wrongTarget({ branch }: AskedAt, { toService, toCounter }: Target): TellerRefusal | null {
  if (!branch.services.some(({ id }) => id === toService)) return 'unknown-service';
  if (toCounter === null) return null;
  const counter = counterById(branch, toCounter);
  if (counter === undefined) return 'unknown-counter';
  return counter.services.includes(toService) ? null : 'counter-does-not-serve';
}
