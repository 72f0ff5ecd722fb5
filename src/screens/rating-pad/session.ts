import type { FactId, InvitationId, TellerId, TicketNumber } from '#domain/id.ts';
import type { LevelCode, ReasonTagId } from '#domain/rating/scale.ts';

/** rating-peers.md § 12.2 */
export const SILENCE_MS = 30_000;
export const TOUCHED_MORE_MS = 15_000;
export const ELDER_MORE_MS = 30_000;
export const CHANGE_MS = 5_000;
export const CHOOSE_AGAIN_MS = 15_000;
export const EXPLAIN_IDLE_MS = 15_000;
export const THANKS_MS = 2_500;
export const TYPING_IDLE_MS = 30_000;
/** A second touch this soon after the first is a trembling finger. */
export const BOUNCE_MS = 1_000;
/** An invitation the pad learns of later than this is not shown. */
export const TOO_LATE_MS = 60_000;

/** Whom the pad asks. `finish`: a ticket was finished; `number`: the visitor typed the number on the paper. */
export type Guest = {
  readonly invitationId: InvitationId;
  readonly number: TicketNumber;
  readonly teller: TellerId;
  readonly finishedAt: number;
  readonly from: 'finish' | 'number';
};

export type GivenRating = { readonly id: FactId; readonly level: LevelCode };

/**
 * One visitor's passage through the pad. All times are ms of a clock that never jumps.
 *
 *   resting ──finish──▶ asking ──tap──▶ accepted ──5 s──▶ thanking ──2.5 s──▶ resting
 *      │                  │  ▲            │    └─ low ─▶ explaining ──▲
 *      └──▶ typing ──number─┘           └─ 改一下 ─▶ choosing-again ──tap──▶ accepted
 */
export type Session =
  | { readonly is: 'resting' }
  | Asking
  | ChoosingAgain
  | Accepted
  | Explaining
  | { readonly is: 'thanking'; readonly at: number }
  | Typing;

export type Asking = {
  readonly is: 'asking';
  readonly guest: Guest;
  /** `null`: nobody can see the screen yet. */
  readonly shownAt: number | null;
  readonly giveUpAt: number;
  readonly touched: boolean;
  readonly unwritten: boolean;
};

export type ChoosingAgain = {
  readonly is: 'choosing-again';
  readonly guest: Guest;
  readonly shownAt: number;
  readonly rating: GivenRating;
  readonly at: number;
  readonly unwritten: boolean;
};

export type Accepted = {
  readonly is: 'accepted';
  readonly guest: Guest;
  readonly shownAt: number;
  readonly rating: GivenRating;
  readonly at: number;
};

export type Explaining = {
  readonly is: 'explaining';
  readonly guest: Guest;
  readonly shownAt: number;
  readonly rating: GivenRating;
  readonly at: number;
  readonly page: 'reasons' | 'contact';
  readonly tagPage: number;
  readonly tags: readonly ReasonTagId[];
  readonly touchedAt: number;
  readonly changeable: boolean;
  readonly unwritten: boolean;
};

export type Typing = {
  readonly is: 'typing';
  readonly letter: string | null;
  readonly digits: string;
  readonly problem: 'already-rated' | null;
  readonly touchedAt: number;
};

export const RESTING: Session = { is: 'resting' };

/** What the passing of time does to a session, and when. */
export type Lapse = {
  readonly at: number;
  readonly what: 'silence' | 'never-seen' | 'thank' | 'explain' | 'too-late-to-change' | 'rest';
};

export function lapseOf(session: Session, elder: boolean): Lapse | null {
  switch (session.is) {
    case 'resting':
      return null;
    case 'asking':
      return session.shownAt === null
        ? { at: session.giveUpAt, what: 'never-seen' }
        : { at: session.shownAt + patienceMs(session.touched, elder), what: 'silence' };
    case 'choosing-again':
      return { at: session.at + CHOOSE_AGAIN_MS, what: 'thank' };
    case 'accepted':
      return { at: session.at + CHANGE_MS, what: 'thank' };
    case 'explaining':
      return session.changeable
        ? { at: session.at + CHANGE_MS, what: 'too-late-to-change' }
        : { at: session.touchedAt + EXPLAIN_IDLE_MS, what: 'explain' };
    case 'thanking':
      return { at: session.at + THANKS_MS, what: 'rest' };
    case 'typing':
      return { at: session.touchedAt + TYPING_IDLE_MS, what: 'rest' };
  }
}

/** How long silence lasts before it is an answer of its own. */
export function patienceMs(touched: boolean, elder: boolean): number {
  if (!touched) return SILENCE_MS;
  return SILENCE_MS + (elder ? ELDER_MORE_MS : TOUCHED_MORE_MS);
}

/** A visitor is busy here; the next invitation waits its turn. */
export function isBusy(session: Session): boolean {
  return session.is !== 'resting' && session.is !== 'typing';
}
