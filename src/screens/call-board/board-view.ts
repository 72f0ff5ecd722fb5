import type { Branch, Counter, Service, Words } from '#domain/branch/branch.ts';
import type { CounterId, ServiceId } from '#domain/id.ts';
import type { BranchDay, Call } from '#domain/queue/queue.ts';

/** Calls that stay on the wall. */
export const CALLS_SHOWN = 6;
/** Counters or services side by side; more take turns. */
const PER_PAGE = 6;

export type CounterShown = {
  readonly id: CounterId;
  readonly label: string;
  readonly services: readonly Service[];
  readonly state:
    | { readonly is: 'serving'; readonly number: string }
    | { readonly is: 'free' | 'paused' | 'closed' };
};
export type ServiceShown = {
  readonly id: ServiceId;
  readonly letter: string;
  readonly name: Words;
  readonly waiting: number;
};
export type CallShown = Call & { readonly key: string; readonly label: string };

/** One line per ticket, newest first: a recall moves its line up instead of adding one. */
export function callsOf(day: BranchDay, branch: Branch): readonly CallShown[] {
  const newest = new Map<string, Call>();
  for (const call of day.calls) if (!newest.has(call.ticketId)) newest.set(call.ticketId, call);
  return [...newest.values()].slice(0, CALLS_SHOWN).map((call) => ({
    ...call,
    key: `${call.ticketId}:${call.times}:${call.counter}:${call.at}`,
    label: branch.counters.find((counter) => counter.id === call.counter)?.label ?? call.counter,
  }));
}

export function countersOf(day: BranchDay, branch: Branch): readonly CounterShown[] {
  return branch.counters.map((counter) => ({
    id: counter.id,
    label: counter.label,
    services: branch.services.filter((service) => counter.services.includes(service.id)),
    state: stateOf(day, counter),
  }));
}

function stateOf(day: BranchDay, { id }: Counter): CounterShown['state'] {
  const counter = day.counters[id];
  const serving = counter?.serving ? day.tickets[counter.serving] : undefined;
  if (serving) return { is: 'serving', number: serving.number };
  if (!counter || counter.status === 'closed') return { is: 'closed' };
  return { is: counter.status === 'paused' ? 'paused' : 'free' };
}

export function servicesOf(day: BranchDay, branch: Branch): readonly ServiceShown[] {
  const waiting = new Map<ServiceId, number>();
  for (const ticket of Object.values(day.tickets)) {
    if (ticket.state.is === 'waiting') waiting.set(ticket.service, (waiting.get(ticket.service) ?? 0) + 1);
  }
  return branch.services.map(({ id, letter, name }) => ({ id, letter, name, waiting: waiting.get(id) ?? 0 }));
}

/** Which part of a long list hangs on the wall at this turn; parts are as even as they can be. */
export function pageOf<Line>(lines: readonly Line[], turn: number): readonly Line[] {
  const pages = Math.max(1, Math.ceil(lines.length / PER_PAGE));
  const size = Math.ceil(lines.length / pages);
  const page = turn % pages;
  return lines.slice(page * size, (page + 1) * size);
}
