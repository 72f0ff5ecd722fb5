import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Branch } from '#domain/branch/branch.ts';
import type { CounterId, TicketId, TicketNumber } from '#domain/id.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import { nextHere } from './waiting-view.ts';

export type MaybeNext = {
  /** Whom this counter would call now, by what it knows. */
  readonly ticketId: ReadonlySignal<TicketId | null>;
  /** The same while cut off, when nobody can be called. */
  readonly number: ReadonlySignal<TicketNumber | null>;
  /** The visitor did not come forward: show the one after. Nothing is recorded. */
  readonly skip: () => void;
  readonly stop: () => void;
};

export type MaybeNextPorts = {
  readonly branch: ReadonlySignal<Branch>;
  readonly day: ReadonlySignal<BranchDay>;
  readonly counter: CounterId;
  readonly connected: ReadonlySignal<boolean>;
  readonly clock: ReadonlySignal<number>;
};

/** Whom this counter would call by what was known before the cut. It calls nobody. */
export function createMaybeNext({ branch, day, counter, connected, clock }: MaybeNextPorts): MaybeNext {
  const skipped = signal<ReadonlySet<TicketId>>(new Set());
  const next = computed(() => {
    const left = without(day.value, skipped.value);
    return nextHere({ branch: branch.value, day: left, counter, now: clock.value });
  });
  return {
    ticketId: next,
    number: computed(() => {
      if (connected.value || next.value === null) return null;
      return day.value.tickets[next.value]?.number ?? null;
    }),
    skip: () => {
      if (next.peek() !== null) skipped.value = new Set([...skipped.peek(), next.peek() ?? '']);
    },
    stop: effect(() => {
      if (connected.value) skipped.value = new Set();
    }),
  };
}

function without(day: BranchDay, skipped: ReadonlySet<TicketId>): BranchDay {
  if (skipped.size === 0) return day;
  const left = Object.entries(day.tickets).filter(([id]) => !skipped.has(id));
  return { ...day, tickets: Object.fromEntries(left) };
}
