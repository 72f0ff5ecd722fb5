import type { CounterId, InvitationId } from '#domain/id.ts';
import type { BranchDay, Invitation } from '#domain/queue/queue.ts';
import { OFFER_WITHIN_MS } from '#domain/rating/timers.ts';
import type { Guest } from './session.ts';

export type Sight = {
  readonly day: BranchDay;
  readonly counter: CounterId;
  readonly now: number;
  /** Finishes a cut-off console told of; the journal does not know them yet. */
  readonly heard: readonly Guest[];
  /** Invitations this pad has settled or is showing. */
  readonly known: (invitation: InvitationId) => boolean;
};

export type Waiting = {
  readonly next: Guest | null;
  /** The pad learnt of them too late to ask. */
  readonly missed: readonly Guest[];
  /** Shown by a pad that then lost them. */
  readonly silent: readonly Guest[];
};

/** Sorts this counter's open invitations: which one to show, which to end and how. */
export function waitingGuests(sight: Sight): Waiting {
  const shown: Guest[] = [];
  const fresh: Guest[] = [];
  for (const { guest, wasShown } of openGuests(sight)) (wasShown ? shown : fresh).push(guest);
  const latest = fresh.at(-1);
  const next = latest && inTime(latest, sight) ? latest : null;
  return { next, missed: fresh.filter((guest) => guest !== next), silent: shown };
}

/** The teller has called somebody since: who was asked has gone. */
export function calledSince(day: BranchDay, counter: CounterId, finishedAt: number): boolean {
  const serving = day.counters[counter]?.serving;
  const state = serving ? day.tickets[serving]?.state : undefined;
  return state?.is === 'called' && state.since > finishedAt;
}

type Open = { readonly guest: Guest; readonly wasShown: boolean };

function openGuests({ day, counter, heard, known }: Sight): Open[] {
  const journaled = Object.values(day.invitations)
    .filter((invitation) => invitation.counter === counter && isOpen(day, invitation))
    .map((invitation) => ({ guest: guestOf(invitation), wasShown: invitation.shown }));
  const onlyHeard = heard
    .filter((guest) => !day.invitations[guest.invitationId])
    .map((guest) => ({ guest, wasShown: false }));
  return [...journaled, ...onlyHeard]
    .filter(({ guest }) => !known(guest.invitationId))
    .sort((a, b) => a.guest.finishedAt - b.guest.finishedAt);
}

/** A ticket finished twice by mistake has two invitations; an answer to one answers both. */
function isOpen({ invitations }: BranchDay, { outcome, sameAs }: Invitation): boolean {
  const counted = sameAs === null ? undefined : invitations[sameAs];
  return outcome === 'pending' && (counted?.outcome ?? 'pending') === 'pending';
}

function inTime(guest: Guest, { day, counter, now }: Sight): boolean {
  return now - guest.finishedAt <= OFFER_WITHIN_MS && !calledSince(day, counter, guest.finishedAt);
}

function guestOf({ invitationId, number, teller, finishedAt }: Invitation): Guest {
  return { invitationId, number, teller, finishedAt, from: 'finish' };
}
