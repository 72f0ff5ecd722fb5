import type { CounterId } from '#domain/id.ts';
import { lookUp } from './look-up.ts';
import type { BranchDay, CounterState } from './queue.ts';

const CLOSED: CounterState = { status: 'closed', teller: null, pauseReason: null, since: 0, serving: null };

/** A counter's state today; one that nobody has signed in at is closed. */
export function counterOf(day: BranchDay, counter: CounterId): CounterState {
  return lookUp(day.counters, counter) ?? CLOSED;
}
