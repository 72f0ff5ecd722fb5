import type {
  Entry,
  InvitationEnded,
  RatingByNumber,
  RatingExplained,
  RatingGiven,
  RatingInvited,
  RatingReceived,
} from '#domain/event.ts';
import type { CounterId, InvitationId, TellerId, TicketNumber } from '#domain/id.ts';
import { type Draft, put } from './draft.ts';
import { lookUp } from './look-up.ts';
import type { BranchDay, Invitation } from './queue.ts';

type Finish = {
  readonly invitationId: InvitationId;
  readonly number: TicketNumber;
  readonly counter: CounterId;
  readonly teller: TellerId;
  readonly at: number;
  /** The first finish of this ticket; a repeat opens an invitation that is counted apart. */
  readonly first: boolean;
};

/** Opens the invitation of a finish, or gives its finish to an invitation whose rating arrived earlier. */
export function foldFinishedInvitation(day: Draft, finish: Finish): Draft {
  const known = lookUp(day.invitations, finish.invitationId);
  if (known?.finished) return day;
  const { invitationId, number, counter, teller, at } = finish;
  const opened: Invitation = {
    ...(known ?? { shown: false, outcome: 'pending', sameAs: null }),
    invitationId,
    number,
    counter,
    teller,
    finishedAt: at,
    finished: finish.first,
  };
  return finish.first ? withEarlierRating(day, opened) : asRepeat(day, opened);
}

function withEarlierRating(day: Draft, opened: Invitation): Draft {
  const earlier = Object.values(day.invitations).find(
    (other) =>
      isUnmatchedRating(other) && other.invitationId !== opened.invitationId && isSame(other, opened),
  );
  if (earlier === undefined) return withInvitations(day, opened);
  return withInvitations(day, { ...opened, outcome: 'rated' }, { ...earlier, sameAs: opened.invitationId });
}

/** Recorded twice at one counter: what the visitor says to the second question answers the first. */
function asRepeat(day: Draft, opened: Invitation): Draft {
  const own = { ...opened, sameAs: finishedInvitation(day, opened)?.invitationId ?? null };
  return own.outcome === 'rated' ? rated(day, own) : withInvitations(day, own);
}

/** The pad showed the question. Had the next call closed it as not offered, it was offered after all. */
export function foldInvited(day: Draft, entry: Entry, fact: RatingInvited): Draft {
  const invitation = invitationOf(day, entry, fact);
  const outcome = invitation.outcome === 'not-offered' ? 'timeout' : invitation.outcome;
  return withInvitations(day, { ...invitation, shown: true, outcome });
}

/** A rating, or the news of one, always wins over silence. */
export function foldRated(
  day: Draft,
  entry: Entry,
  fact: RatingGiven | RatingReceived | RatingExplained,
): Draft {
  return rated(day, invitationOf(day, entry, fact));
}

/** The number on the paper leads to the finish's own invitation, now or when that finish arrives. */
export function foldByNumber(day: Draft, entry: Entry, fact: RatingByNumber): Draft {
  const known = invitationOf(day, entry, { ...fact, teller: '' });
  if (known.finished || known.sameAs !== null) return rated(day, known);
  const own: Invitation = { ...known, number: fact.number, counter: fact.counter };
  return rated(day, { ...own, sameAs: finishedInvitation(day, own)?.invitationId ?? null });
}

/** What the pad says of its own invitation is truer than what the next call made of it; a rating is truest. */
export function foldEnded(day: Draft, entry: Entry, fact: InvitationEnded): Draft {
  const invitation = invitationOf(day, entry, fact);
  const counted = invitation.sameAs === null ? undefined : lookUp(day.invitations, invitation.sameAs);
  const open = [invitation, ...(counted === undefined ? [] : [counted])].filter(
    ({ outcome }) => outcome !== 'rated',
  );
  return withInvitations(day, ...open.map((each): Invitation => ({ ...each, outcome: fact.outcome })));
}

/** The next call at a counter ends what its pad still asked. */
export function closePending(day: Draft, counter: CounterId): Draft {
  const closed = Object.values(day.invitations)
    .filter((invitation) => invitation.counter === counter && invitation.outcome === 'pending')
    .map(
      (invitation): Invitation => ({
        ...invitation,
        outcome: invitation.shown ? 'timeout' : 'not-offered',
      }),
    );
  return closed.length === 0 ? day : withInvitations(day, ...closed);
}

function rated(day: Draft, invitation: Invitation): Draft {
  const own: Invitation = { ...invitation, outcome: 'rated' };
  const counted = own.sameAs === null ? undefined : lookUp(day.invitations, own.sameAs);
  return counted === undefined
    ? withInvitations(day, own)
    : withInvitations(day, own, { ...counted, outcome: 'rated' });
}

function invitationOf(
  day: BranchDay,
  entry: Entry,
  { invitationId, counter, teller }: Pick<RatingInvited, 'invitationId' | 'counter' | 'teller'>,
): Invitation {
  const known = lookUp(day.invitations, invitationId);
  if (known !== undefined) return known;
  const unknown = { number: '', finishedAt: entry.at, shown: false, finished: false, sameAs: null };
  return { ...unknown, invitationId, counter, teller, outcome: 'pending' };
}

function finishedInvitation(day: BranchDay, wanted: Invitation): Invitation | undefined {
  return Object.values(day.invitations).find((other) => other.finished && isSame(other, wanted));
}

function isSame(one: Invitation, other: Invitation): boolean {
  return one.number === other.number && one.counter === other.counter;
}

/** A rating behind which no finished ticket is known. */
export function isUnmatchedRating(invitation: Invitation): boolean {
  return invitation.outcome === 'rated' && !invitation.finished && invitation.sameAs === null;
}

function withInvitations(day: Draft, ...changed: readonly Invitation[]): Draft {
  const entries = changed.map((invitation) => [invitation.invitationId, invitation] as const);
  return put(day, 'invitations', Object.fromEntries(entries));
}
