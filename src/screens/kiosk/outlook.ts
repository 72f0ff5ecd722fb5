import type { Branch } from '#domain/branch/branch.ts';
import type { ServiceId } from '#domain/id.ts';
import { counterOf } from '#domain/queue/counter-of.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import { countersServing } from '#domain/queue/who-serves.ts';

/** People waiting for a service now. */
export function waitingFor(day: BranchDay, service: ServiceId): number {
  return Object.values(day.tickets).filter(
    (ticket) => ticket.service === service && ticket.state.is === 'waiting',
  ).length;
}

/** What is painted above the counters that serve it: those open now, or all that may while none is. */
export function counterLabels(day: BranchDay, branch: Branch, service: ServiceId): readonly string[] {
  const serving = countersServing(branch, service);
  const open = serving.filter(({ id }) => counterOf(day, id).status === 'open');
  return (open.length > 0 ? open : serving).map(({ label }) => label);
}
