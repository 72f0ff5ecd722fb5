import type { Fact, InvitationEnded, RatingGiven } from '#domain/event.ts';
import type { CounterId } from '#domain/id.ts';
import type { ReasonTagId } from '#domain/rating/scale.ts';
import type { Guest } from './session.ts';

export type PadFacts = ReturnType<typeof padFactsAt>;

/** Reasons, and the version of the dictionary in which the visitor read them. */
export type ChosenReasons = { readonly tags: readonly ReasonTagId[]; readonly dictionary: number };

/** The facts a pad may make at its counter. */
export function padFactsAt(counter: CounterId) {
  const of = ({ teller, invitationId }: Guest) => ({ counter, teller, invitationId });
  return {
    invited: (guest: Guest): Fact => ({ kind: 'rating-invited', ...of(guest) }),

    /** The number a visitor typed goes with the first rating, never without one. */
    rated: ({ from, invitationId, number }: Guest, given: RatingGiven): readonly Fact[] =>
      from === 'number' && given.replaces === null
        ? [{ kind: 'rating-by-number', invitationId, number, counter }, given]
        : [given],

    ended: (guest: Guest, outcome: InvitationEnded['outcome']): Fact => ({
      kind: 'invitation-ended',
      ...of(guest),
      outcome,
    }),

    explained: (guest: Guest, { tags, dictionary }: ChosenReasons, wantsContact: boolean): Fact => ({
      kind: 'rating-explained',
      ...of(guest),
      tags,
      dictionary,
      wantsContact,
    }),
  };
}
