import { callNext } from '#domain/queue/call-next.ts';
import type { TellerVerdict } from '#domain/queue/request.ts';
import { accept, refuse } from '#domain/result.ts';
import type { AskedAt } from './asked-at.ts';

/** Calls whom the branch's rules call; one visitor at a time. */
export function callNextTicket({ branch, day, context, at, counter, serving }: AskedAt): TellerVerdict {
  if (serving !== null) return refuse('still-serving');
  if (counter.status !== 'open') return refuse('counter-not-open');
  const next = callNext(branch, day, at.counter, context.now);
  return next.ok ? accept([{ kind: 'ticket-called', ...at, ...next.value }]) : next;
}
