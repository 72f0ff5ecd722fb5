import { isUnmatchedRating } from '#domain/queue/fold-invitation.ts';
import type { BranchDay, InvitationOutcome } from '#domain/queue/queue.ts';

export type Ledger = {
  /** Tickets served, those that are known by their number only among them. */
  readonly finished: number;
  readonly rated: number;
  readonly timeout: number;
  readonly declined: number;
  readonly notOffered: number;
  readonly pending: number;
  /** Ratings behind which no finished ticket is known; beside the sum, never in it. */
  readonly unmatched: number;
};

/** `finished = rated + timeout + declined + notOffered + pending`, always. */
export function ledgerOf(day: BranchDay): Ledger {
  const invitations = Object.values(day.invitations);
  const own = invitations.filter((invitation) => invitation.finished);
  const count = (outcome: InvitationOutcome) => own.filter((each) => each.outcome === outcome).length;
  const finished = servedTickets(day);
  // A finish that reused another's invitation could not be asked about.
  const unasked = finished - own.length;
  return {
    finished,
    rated: count('rated'),
    timeout: count('timeout'),
    declined: count('declined'),
    notOffered: count('not-offered') + unasked,
    pending: count('pending'),
    unmatched: invitations.filter(isUnmatchedRating).length,
  };
}

function servedTickets(day: BranchDay): number {
  const tickets = Object.values(day.tickets).filter(({ state }) => state.is === 'finished');
  return tickets.length + Object.keys(day.servedOffline).length;
}
