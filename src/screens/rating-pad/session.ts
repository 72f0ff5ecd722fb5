import type { Branch } from '#domain/branch/branch.ts';
import type { FactId, InvitationId, TellerId, TicketNumber } from '#domain/id.ts';
import { isLow, type LevelCode, type ReasonTagId } from '#domain/rating/scale.ts';
import { CHANGE_WINDOW_MS, invitationMs, REASONS_IDLE_MS, THANKS_MS } from '#domain/rating/timers.ts';

/** A second touch this soon after the first is a trembling finger. */
export const BOUNCE_MS = 1_000;
/** A changed answer stands at least this long, so that the visitor sees it. */
const SEEN_MS = 1_500;
const TYPING_IDLE_MS = 30_000;

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
 *                                      ┌─ another level ─┐
 *   resting ──finish──▶ asking ──tap──▶ accepted ◀───────┘ ──5 s──▶ thanking ──2.5 s──▶ resting
 *      │                  ▲                └─ low ─▶ explaining ─────▲
 *      └───▶ typing ──number
 */
export type Session =
  | { readonly is: 'resting' }
  | Asking
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

/** On disk, and still on the screen: another level may be tapped instead. */
export type Accepted = {
  readonly is: 'accepted';
  readonly guest: Guest;
  readonly shownAt: number;
  readonly rating: GivenRating;
  readonly firstAt: number;
  readonly at: number;
  readonly unwritten: boolean;
};

export type Explaining = {
  readonly is: 'explaining';
  readonly guest: Guest;
  readonly at: number;
  readonly page: 'reasons' | 'contact';
  readonly tagPage: number;
  /** As they stood when the page opened: what was chosen is kept with the version it was read in. */
  readonly reasons: Branch['reasons'];
  readonly tags: readonly ReasonTagId[];
  readonly touchedAt: number;
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
  readonly what: 'silence' | 'never-seen' | 'go-on' | 'explain' | 'rest';
};

export function lapseOf(session: Session, elder: boolean): Lapse | null {
  switch (session.is) {
    case 'resting':
      return null;
    case 'asking':
      return session.shownAt === null
        ? { at: session.giveUpAt, what: 'never-seen' }
        : { at: session.shownAt + invitationMs({ touched: session.touched, elder }), what: 'silence' };
    case 'accepted':
      return { at: Math.max(session.firstAt + CHANGE_WINDOW_MS, session.at + SEEN_MS), what: 'go-on' };
    case 'explaining':
      return { at: session.touchedAt + REASONS_IDLE_MS, what: 'explain' };
    case 'thanking':
      return { at: session.at + THANKS_MS, what: 'rest' };
    case 'typing':
      return { at: session.touchedAt + TYPING_IDLE_MS, what: 'rest' };
  }
}

/** After the answer: a low one may be explained, every other is thanked for at once. */
export function afterAccepted({ guest, rating }: Accepted, now: number, reasons: Branch['reasons']): Session {
  if (!isLow(rating.level)) return { is: 'thanking', at: now };
  return {
    is: 'explaining',
    guest,
    at: now,
    page: 'reasons',
    tagPage: 0,
    reasons,
    tags: [],
    touchedAt: now,
    unwritten: false,
  };
}

/** A visitor is busy here; the next invitation waits its turn. */
export function isBusy(session: Session): boolean {
  return session.is !== 'resting' && session.is !== 'typing';
}
