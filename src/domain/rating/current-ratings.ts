import type { Entry, RatingGiven } from '#domain/event.ts';
import type { InvitationId } from '#domain/id.ts';
import { invitationAnswered } from './same-visit.ts';
import { CHANGE_WINDOW_MS } from './timers.ts';

/** Between the tap and the moment a slow disk stamps it. */
const WRITING_MS = 1_000;

export type RatingEntry = Entry & { readonly fact: RatingGiven };
export type RatedInvitation = {
  readonly first: RatingEntry;
  readonly current: RatingEntry;
  /** Given for the same invitation outside the rule; kept, flagged, not counted. */
  readonly repeats: readonly RatingEntry[];
};

/** One rating per invitation: the first, or what replaced it inside the change window. */
export function currentRatings(entries: readonly Entry[]): ReadonlyMap<InvitationId, RatedInvitation> {
  const ratings = entries.filter(isRating).toSorted((one, other) => one.position - other.position);
  const answeredBy = invitationAnswered(entries);
  const byInvitation = new Map<InvitationId, RatedInvitation>();
  for (const rating of ratings) {
    const invitationId = answeredBy(rating.fact.invitationId);
    const known = byInvitation.get(invitationId);
    byInvitation.set(
      invitationId,
      known === undefined ? { first: rating, current: rating, repeats: [] } : withNext(known, rating),
    );
  }
  return byInvitation;
}

export function isRating(entry: Entry): entry is RatingEntry {
  return entry.fact.kind === 'rating-given';
}

function withNext(known: RatedInvitation, next: RatingEntry): RatedInvitation {
  if (next.id === known.current.id) return known;
  const replaces = next.fact.replaces === known.current.id && next.device === known.first.device;
  const inTime = next.at - known.first.at <= CHANGE_WINDOW_MS + WRITING_MS;
  return replaces && inTime ? { ...known, current: next } : { ...known, repeats: [...known.repeats, next] };
}
