import type { Promised } from '#domain/event.ts';
import type {
  BusinessDay,
  ClassId,
  CounterId,
  DeviceId,
  InvitationId,
  ServiceId,
  TellerId,
  TicketId,
  TicketNumber,
} from '#domain/id.ts';

export type TicketState =
  | { readonly is: 'waiting' }
  | {
      readonly is: 'called';
      readonly counter: CounterId;
      readonly teller: TellerId;
      readonly since: number;
      readonly recalls: number;
    }
  | { readonly is: 'not-shown'; readonly since: number }
  | { readonly is: 'parked'; readonly counter: CounterId; readonly since: number }
  | { readonly is: 'finished'; readonly since: number }
  | { readonly is: 'withdrawn'; readonly since: number };

export type Ticket = {
  readonly ticketId: TicketId;
  readonly number: TicketNumber;
  readonly service: ServiceId;
  readonly ticketClass: ClassId;
  readonly kiosk: DeviceId;
  readonly language: 'zh-CN' | 'en';
  readonly takenAt: number;
  /** Its place in the line: tickets are ordered by this, then by journal position. Kept through a transfer. */
  readonly placedAt: number;
  readonly joinedPosition: number;
  /** How often a later ticket was called while this one could have been. */
  readonly passed: number;
  readonly onlyCounter: CounterId | null;
  readonly promised: Promised;
  readonly state: TicketState;
};

export type CounterState = {
  readonly status: 'closed' | 'open' | 'paused';
  readonly teller: TellerId | null;
  readonly pauseReason: string | null;
  readonly since: number;
  readonly serving: TicketId | null;
};

/** One line of the call board. `times`: 1 for the call, +1 for each recall. */
export type Call = {
  readonly ticketId: TicketId;
  readonly number: TicketNumber;
  readonly counter: CounterId;
  readonly at: number;
  readonly times: number;
};

export type InvitationOutcome = 'pending' | 'rated' | 'timeout' | 'declined' | 'not-offered';
export type Invitation = {
  readonly invitationId: InvitationId;
  readonly number: TicketNumber;
  readonly counter: CounterId;
  readonly teller: TellerId;
  readonly finishedAt: number;
  readonly shown: boolean;
  readonly outcome: InvitationOutcome;
  /** The one invitation of a finished ticket. `false`: a rating whose finish has not arrived (yet), or a repeat. */
  readonly finished: boolean;
  /** Rated by number: the finish's own invitation is this one, and counts instead. */
  readonly sameAs: InvitationId | null;
};

/** The branch's day as every screen sees it; a fold over the journal. Plain JSON, so that it travels as a snapshot. */
export type BranchDay = {
  readonly day: BusinessDay;
  readonly position: number;
  readonly tickets: Readonly<Record<TicketId, Ticket>>;
  readonly counters: Readonly<Record<CounterId, CounterState>>;
  /** Newest first, at most 12. */
  readonly calls: readonly Call[];
  readonly invitations: Readonly<Record<InvitationId, Invitation>>;
  /** Numbers served while a console was cut off, before the ticket itself arrived here. */
  readonly servedOffline: Readonly<Record<TicketNumber, { readonly at: number }>>;
};
