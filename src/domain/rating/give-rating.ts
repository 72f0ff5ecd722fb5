import type { RatingGiven } from '#domain/event.ts';
import type { CounterId, FactId, InvitationId, TellerId } from '#domain/id.ts';
import { accept, type Result, refuse } from '#domain/result.ts';
import type { LevelCode } from './scale.ts';
import { CHANGE_WINDOW_MS, invitationMs, type Patience } from './timers.ts';

/** One invitation on one pad, from being visible. */
export type RatingSession = Patience & {
  readonly invitationId: InvitationId;
  readonly counter: CounterId;
  readonly teller: TellerId;
  readonly shownAt: number;
  /** What was given, once it is on disk: its fact, its level, and when the *first* tap was. */
  readonly given: { readonly factId: FactId; readonly level: LevelCode; readonly firstAt: number } | null;
};

export type TapContext = {
  readonly now: number;
  readonly dictionary: number;
  readonly tappedAtMm: { readonly x: number; readonly y: number } | null;
};

/** The one tap. One rating per invitation, and none after it has ended. */
export function giveRating(
  session: RatingSession,
  level: LevelCode,
  context: TapContext,
): Result<RatingGiven, 'invitation-over' | 'already-rated'> {
  if (session.given !== null) return refuse('already-rated');
  if (context.now - session.shownAt >= invitationMs(session)) return refuse('invitation-over');
  return accept(ratingFact(session, level, context));
}

/** A tap gone wrong may be put right for a moment after the first; both are kept, the last one counts. */
export function changeRating(
  session: RatingSession,
  level: LevelCode,
  context: TapContext,
): Result<RatingGiven, 'not-rated' | 'already-rated' | 'change-window-over'> {
  if (session.given === null) return refuse('not-rated');
  if (context.now - session.given.firstAt >= CHANGE_WINDOW_MS) return refuse('change-window-over');
  if (session.given.level === level) return refuse('already-rated');
  return accept(ratingFact(session, level, context));
}

function ratingFact(session: RatingSession, level: LevelCode, context: TapContext): RatingGiven {
  const { invitationId, counter, teller, shownAt, given } = session;
  return {
    kind: 'rating-given',
    invitationId,
    counter,
    teller,
    level,
    scale: 'national-5',
    dictionary: context.dictionary,
    answeredMs: Math.max(0, Math.round(context.now - shownAt)),
    tappedAtMm: context.tappedAtMm,
    replaces: given?.factId ?? null,
  };
}
