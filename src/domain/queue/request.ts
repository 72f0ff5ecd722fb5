import type { Fact, PauseReason } from '#domain/event.ts';
import type { CounterId, ServiceId, TellerId, TicketId, TicketNumber } from '#domain/id.ts';
import type { Result } from '#domain/result.ts';

/** What a signed-in teller asks of the branch's authority. */
export type TellerRequest =
  | { readonly kind: 'open-counter' }
  | { readonly kind: 'pause-counter'; readonly reason: PauseReason }
  | { readonly kind: 'sign-out' }
  | { readonly kind: 'call-next' }
  | { readonly kind: 'recall' }
  | { readonly kind: 'no-show' }
  | { readonly kind: 'park' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'transfer'; readonly toService: ServiceId; readonly toCounter: CounterId | null }
  /** A no-show came back: placed by the grace rule. */
  | { readonly kind: 'return-ticket'; readonly number: TicketNumber }
  /** Goes on with a ticket parked at this counter. */
  | { readonly kind: 'resume-ticket'; readonly ticketId: TicketId };

export type TellerRefusal =
  | 'not-signed-in'
  | 'counter-not-open'
  | 'still-serving'
  | 'nobody-called'
  | 'nobody-waiting'
  | 'unknown-ticket'
  | 'ticket-not-there'
  | 'grace-over'
  | 'unknown-service'
  | 'counter-does-not-serve'
  | 'unknown-counter';

/** Who asks, when; ids and time come from outside. */
export type TellerContext = {
  readonly counter: CounterId;
  readonly teller: TellerId | null;
  readonly now: number;
  readonly newId: () => string;
};

export type TellerVerdict = Result<readonly Fact[], TellerRefusal>;
