import type { PauseReason } from '#domain/event.ts';
import type { TellerVerdict } from '#domain/queue/request.ts';
import { accept, refuse } from '#domain/result.ts';
import type { AskedAt } from './asked-at.ts';

/** Nobody pauses in front of a visitor who was called. */
export function pauseCounter({ at, counter, serving }: AskedAt, reason: PauseReason): TellerVerdict {
  if (serving !== null) return refuse('still-serving');
  const already = counter.status === 'paused' && counter.pauseReason === reason;
  return accept(already ? [] : [{ kind: 'counter-paused', ...at, reason }]);
}
