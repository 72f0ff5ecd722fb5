import type { Fact, InvitationEnded } from '#domain/event.ts';
import type { CounterId } from '#domain/id.ts';
import type { LevelCode, ReasonTagId } from '#domain/rating/scale.ts';
import type { GivenRating, Guest } from './session.ts';

export type Tap = {
  readonly level: LevelCode;
  readonly answeredMs: number;
  readonly tappedAtMm: { readonly x: number; readonly y: number } | null;
};

export type PadFacts = ReturnType<typeof padFactsAt>;

/** The facts a pad may make at its counter. `dictionary`: version of the reasons it shows. */
export function padFactsAt(counter: CounterId, dictionary: () => number) {
  const of = ({ teller, invitationId }: Guest) => ({ counter, teller, invitationId });
  return {
    invited: (guest: Guest): Fact => ({ kind: 'rating-invited', ...of(guest) }),

    rated: (guest: Guest, tap: Tap, before: GivenRating | null): readonly Fact[] => {
      const { invitationId, number } = guest;
      const given: Fact = {
        kind: 'rating-given',
        ...of(guest),
        ...tap,
        scale: 'national-5',
        dictionary: dictionary(),
        replaces: before?.id ?? null,
      };
      const isFirstByNumber = guest.from === 'number' && before === null;
      return isFirstByNumber ? [{ kind: 'rating-by-number', invitationId, number, counter }, given] : [given];
    },

    ended: (guest: Guest, outcome: InvitationEnded['outcome']): Fact => ({
      kind: 'invitation-ended',
      ...of(guest),
      outcome,
    }),

    explained: (guest: Guest, tags: readonly ReasonTagId[], wantsContact: boolean): Fact => ({
      kind: 'rating-explained',
      ...of(guest),
      tags,
      dictionary: dictionary(),
      wantsContact,
    }),
  };
}
