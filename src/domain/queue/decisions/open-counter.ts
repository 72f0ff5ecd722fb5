import type { TellerVerdict } from '#domain/queue/request.ts';
import { accept } from '#domain/result.ts';
import type { AskedAt } from './asked-at.ts';

/** Opens, or goes on after a pause; an open counter stays as it is. */
export function openCounter({ at, counter }: AskedAt): TellerVerdict {
  return accept(counter.status === 'open' ? [] : [{ kind: 'counter-opened', ...at }]);
}
