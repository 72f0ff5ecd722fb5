import type { Branch, Counter } from '#domain/branch/branch.ts';
import type { CounterId, ServiceId } from '#domain/id.ts';
import { counterOf } from './counter-of.ts';
import type { BranchDay, Ticket } from './queue.ts';

/** The counters a service is served at, in the branch's order. */
export function countersServing(branch: Branch, service: ServiceId): readonly Counter[] {
  return branch.counters.filter((counter) => counter.services.includes(service));
}

/** A counter by its id. */
export function counterById(branch: Branch, id: CounterId): Counter | undefined {
  return branch.counters.find((counter) => counter.id === id);
}

/**
 * Whether a counter may call a ticket: it serves the ticket's service, and the ticket is not kept for another counter
 * that is at work. A service that no counter serves any more is served by every one: nobody waits for nothing.
 */
export function mayCall(
  branch: Branch,
  day: BranchDay,
  counter: Counter,
  ticket: Pick<Ticket, 'service' | 'onlyCounter'>,
): boolean {
  if (
    ticket.onlyCounter !== null &&
    ticket.onlyCounter !== counter.id &&
    isAtWork(branch, day, ticket.onlyCounter)
  )
    return false;
  return counter.services.includes(ticket.service) || countersServing(branch, ticket.service).length === 0;
}

function isAtWork(branch: Branch, day: BranchDay, id: CounterId): boolean {
  return counterById(branch, id) !== undefined && counterOf(day, id).status !== 'closed';
}
