import type { Fact, FactKind } from '#domain/event.ts';
import type { CounterId } from '#domain/id.ts';
import type { TellerRequest } from '#domain/queue/request.ts';
import type { Role } from './role.ts';

/** Who may report a fact of a kind; what is missing only the branch's authority makes. */
const REPORTERS: Partial<Record<FactKind, Role>> = {
  'ticket-taken': 'kiosk',
  'ticket-printed': 'kiosk',
  'ticket-withdrawn': 'kiosk',
  'rating-invited': 'pad',
  'rating-given': 'pad',
  'rating-explained': 'pad',
  'rating-by-number': 'pad',
  'invitation-ended': 'pad',
  'visitor-served-offline': 'counter',
};

export type ReportRefusal = 'not-your-role' | 'not-your-counter';

/** Whether a device may report this fact: of its own kind, and of its own counter. Compare with `=== true`. */
export function mayReport(role: Role, counter: CounterId | null, fact: Fact): true | ReportRefusal {
  if (fact.kind === 'device-trouble') return true;
  if (REPORTERS[fact.kind] !== role) return 'not-your-role';
  return 'counter' in fact && fact.counter !== counter ? 'not-your-counter' : true;
}

export type AskedKind = TellerRequest['kind'] | 'number-ticket' | 'sign-in';

/** Whether a device of this role may ask this at all: kiosks for numbers, consoles for everything else. */
export function mayAsk(role: Role, kind: AskedKind): boolean {
  return role === (kind === 'number-ticket' ? 'kiosk' : 'counter');
}
