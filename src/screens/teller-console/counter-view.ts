import type { Branch } from '#domain/branch/branch.ts';
import type { CounterId, TellerId } from '#domain/id.ts';
import { counterOf } from '#domain/queue/counter-of.ts';
import { lookUp } from '#domain/queue/look-up.ts';
import type { BranchDay, Invitation, Ticket } from '#domain/queue/queue.ts';
import { counterById } from '#domain/queue/who-serves.ts';

const MINUTE_MS = 60_000;

export type Called = {
  readonly ticket: Ticket;
  readonly since: number;
  readonly recalls: number;
};

/** The ticket called at this counter. */
export function calledHere(day: BranchDay, counter: CounterId): Called | null {
  const serving = counterOf(day, counter).serving;
  const ticket = serving === null ? undefined : lookUp(day.tickets, serving);
  if (ticket?.state.is !== 'called' || ticket.state.counter !== counter) return null;
  return { ticket, since: ticket.state.since, recalls: ticket.state.recalls };
}

export type Aside = { readonly ticket: Ticket; readonly since: number };

/** Parked at this counter, longest first. */
export function parkedHere(day: BranchDay, counter: CounterId): readonly Aside[] {
  return Object.values(day.tickets)
    .flatMap((ticket) =>
      ticket.state.is === 'parked' && ticket.state.counter === counter
        ? [{ ticket, since: ticket.state.since }]
        : [],
    )
    .sort((one, other) => one.since - other.since);
}

export type Missed = Aside & { readonly leftMin: number };

/** No-shows that may still come back: those this counter serves first, then the most recent. */
export function missedInGrace(
  branch: Branch,
  day: BranchDay,
  counter: CounterId,
  now: number,
): readonly Missed[] {
  const served = counterById(branch, counter)?.services ?? [];
  const graceMs = branch.rules.graceMin * MINUTE_MS;
  const strangeness = ({ service }: Ticket) => (served.includes(service) ? 0 : 1);
  return Object.values(day.tickets)
    .flatMap((ticket) => {
      if (ticket.state.is !== 'not-shown') return [];
      const leftMs = ticket.state.since + graceMs - now;
      return leftMs < 0
        ? []
        : [{ ticket, since: ticket.state.since, leftMin: Math.ceil(leftMs / MINUTE_MS) }];
    })
    .sort((one, other) => strangeness(one.ticket) - strangeness(other.ticket) || other.since - one.since);
}

/** All a teller ever learns of a rating. */
export type Received = {
  readonly number: string;
  readonly is: 'received' | 'inviting' | 'none';
};

/** Of the ticket this teller finished last at this counter. */
export function lastReceived(day: BranchDay, counter: CounterId, teller: TellerId): Received | null {
  let last: Invitation | null = null;
  for (const invitation of Object.values(day.invitations)) {
    const own = invitation.finished && invitation.counter === counter && invitation.teller === teller;
    if (own && (last === null || invitation.finishedAt >= last.finishedAt)) last = invitation;
  }
  return last && { number: last.number, is: RECEIVED[last.outcome] };
}

const RECEIVED = {
  pending: 'inviting',
  rated: 'received',
  timeout: 'none',
  declined: 'none',
  'not-offered': 'none',
} as const satisfies Record<Invitation['outcome'], Received['is']>;

/** Everything a question of this console can change, in one comparable text. */
export function ownStateText(day: BranchDay, counter: CounterId): string {
  const { status, teller, pauseReason, serving } = counterOf(day, counter);
  const called = calledHere(day, counter);
  const parked = parkedHere(day, counter).map(({ ticket }) => ticket.ticketId);
  return [status, teller, pauseReason, serving, called?.since, called?.recalls, ...parked].join(' ');
}
