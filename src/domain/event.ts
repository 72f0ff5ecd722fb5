import type {
  BusinessDay,
  ClassId,
  CounterId,
  DeviceId,
  FactId,
  InvitationId,
  ServiceId,
  TellerId,
  TicketId,
  TicketNumber,
} from './id.ts';
import type { LevelCode, ReasonTagId } from './rating/scale.ts';

/** What the visitor was told when the ticket was taken: whole minutes, P50 to P80. `null`: no honest estimate. */
export type Promised = { readonly fromMin: number; readonly toMin: number } | null;

// ---- made by a kiosk -------------------------------------------------------------------------------------

export type TicketTaken = {
  readonly kind: 'ticket-taken';
  readonly ticketId: TicketId;
  readonly number: TicketNumber;
  readonly service: ServiceId;
  readonly ticketClass: ClassId;
  readonly language: 'zh-CN' | 'en';
  /** Whose number was printed: the server's answer, or the block leased to this kiosk. */
  readonly numberedBy: 'server' | 'lease';
  readonly promised: Promised;
};
export type PrintOutcome =
  | 'printed'
  | 'no-printer'
  | 'out-of-paper'
  | 'unreachable'
  | 'cancelled'
  | 'unknown';
export type TicketPrinted = {
  readonly kind: 'ticket-printed';
  readonly ticketId: TicketId;
  readonly outcome: PrintOutcome;
};
export type TicketWithdrawn = {
  readonly kind: 'ticket-withdrawn';
  readonly ticketId: TicketId;
  /** `unseen`: the kiosk died between number and paper, nobody ever saw this number. */
  readonly reason: 'visitor-gave-it-back' | 'unseen';
};

// ---- made by the branch's authority, in answer to a teller's request -----------------------------------------

type AtCounter = { readonly counter: CounterId; readonly teller: TellerId };
export type PauseReason = 'break' | 'counting-cash' | 'helping-in-lobby' | 'equipment' | 'meeting' | 'other';

export type TellerSignedIn = { readonly kind: 'teller-signed-in' } & AtCounter;
export type TellerSignedOut = { readonly kind: 'teller-signed-out' } & AtCounter;
export type CounterOpened = { readonly kind: 'counter-opened' } & AtCounter;
export type CounterPaused = { readonly kind: 'counter-paused'; readonly reason: PauseReason } & AtCounter;
export type TicketCalled = {
  readonly kind: 'ticket-called';
  readonly ticketId: TicketId;
  /** Tickets that waited longer, could have been called here, and were not: each counts one towards its bound. */
  readonly passed: readonly TicketId[];
} & AtCounter;
export type TicketRecalled = { readonly kind: 'ticket-recalled'; readonly ticketId: TicketId } & AtCounter;
export type TicketNotShown = { readonly kind: 'ticket-not-shown'; readonly ticketId: TicketId } & AtCounter;
/** A no-show came back, or a parked ticket waits again; it is placed by rule, not at the end. */
export type TicketReturned = {
  readonly kind: 'ticket-returned';
  readonly ticketId: TicketId;
  /** Its new place in the line, ms; see `Ticket.placedAt`. */
  readonly placedAt: number;
} & AtCounter;
export type TicketParked = { readonly kind: 'ticket-parked'; readonly ticketId: TicketId } & AtCounter;
export type TicketTransferred = {
  readonly kind: 'ticket-transferred';
  readonly ticketId: TicketId;
  readonly toService: ServiceId;
  /** Only this counter may call it; `null`: any that serves the service. */
  readonly toCounter: CounterId | null;
} & AtCounter;
export type TicketFinished = {
  readonly kind: 'ticket-finished';
  readonly ticketId: TicketId;
  readonly invitationId: InvitationId;
} & AtCounter;

// ---- made by a teller console whose line is cut --------------------------------------------------------------

export type VisitorServedOffline = {
  readonly kind: 'visitor-served-offline';
  readonly number: TicketNumber;
  readonly invitationId: InvitationId;
  readonly servedMs: number;
} & AtCounter;

// ---- made by a rating pad -------------------------------------------------------------------------------------

export type RatingInvited = {
  readonly kind: 'rating-invited';
  readonly invitationId: InvitationId;
} & AtCounter;
export type RatingGiven = {
  readonly kind: 'rating-given';
  readonly invitationId: InvitationId;
  readonly level: LevelCode;
  readonly scale: 'national-5';
  /** Version of the reason dictionary the pad showed. */
  readonly dictionary: number;
  /** From the invitation being visible to the tap; integrity rules read it. */
  readonly answeredMs: number;
  /** Where the finger was, in mm from the screen's start corner; `null` for keys. */
  readonly tappedAtMm: { readonly x: number; readonly y: number } | null;
  /** The rating this one replaces inside the change window; both are kept. */
  readonly replaces: FactId | null;
} & AtCounter;
export type RatingExplained = {
  readonly kind: 'rating-explained';
  readonly invitationId: InvitationId;
  readonly tags: readonly ReasonTagId[];
  readonly dictionary: number;
  readonly wantsContact: boolean;
} & AtCounter;
export type InvitationEnded = {
  readonly kind: 'invitation-ended';
  readonly invitationId: InvitationId;
  /** `not-offered`: the pad learnt of it too late to ask. Never a level. */
  readonly outcome: 'timeout' | 'not-offered' | 'declined';
} & AtCounter;
/** A visitor at a pad whose line is cut rates by the number on the paper; joined with the served ticket later. */
export type RatingByNumber = {
  readonly kind: 'rating-by-number';
  readonly invitationId: InvitationId;
  readonly number: TicketNumber;
  readonly counter: CounterId;
};

// ---- made by any device ---------------------------------------------------------------------------------------

export type DeviceTrouble = {
  readonly kind: 'device-trouble';
  readonly code:
    | 'storage-wiped'
    | 'storage-full'
    | 'storage-broken'
    | 'not-persistent'
    | 'out-of-paper'
    | 'lease-exhausted'
    | 'cloned'
    | 'clock-wrong';
};

export type Fact =
  | TicketTaken
  | TicketPrinted
  | TicketWithdrawn
  | TellerSignedIn
  | TellerSignedOut
  | CounterOpened
  | CounterPaused
  | TicketCalled
  | TicketRecalled
  | TicketNotShown
  | TicketReturned
  | TicketParked
  | TicketTransferred
  | TicketFinished
  | VisitorServedOffline
  | RatingInvited
  | RatingGiven
  | RatingReceived
  | RatingExplained
  | RatingByNumber
  | InvitationEnded
  | DeviceTrouble;

/** What every screen but the quality figures sees in place of a rating or its reasons: that one was given, not which. */
export type RatingReceived = {
  readonly kind: 'rating-received';
  readonly invitationId: InvitationId;
} & AtCounter;

export type FactKind = Fact['kind'];

/** One line of the branch's journal, in the server's order. Devices give their unsent facts positions after the last. */
export type Entry = {
  readonly position: number;
  readonly id: FactId;
  readonly device: DeviceId;
  /** When it happened, ms since 1970, corrected by the server for a wrong device clock. */
  readonly at: number;
  readonly day: BusinessDay;
  readonly fact: Fact;
};
