import type { CounterOpened, CounterPaused, Entry, TellerSignedIn, TellerSignedOut } from '#domain/event.ts';
import type { CounterId } from '#domain/id.ts';
import { counterOf } from './counter-of.ts';
import type { BranchDay, CounterState } from './queue.ts';

/** Signed in is not yet open: the teller says when. */
export function foldSignedIn(day: BranchDay, entry: Entry, fact: TellerSignedIn): BranchDay {
  const { teller } = fact;
  return withCounter(day, fact.counter, { status: 'closed', teller, pauseReason: null, since: entry.at });
}

export function foldSignedOut(day: BranchDay, entry: Entry, fact: TellerSignedOut): BranchDay {
  if (counterOf(day, fact.counter).teller !== fact.teller) return day;
  return withCounter(day, fact.counter, {
    status: 'closed',
    teller: null,
    pauseReason: null,
    since: entry.at,
  });
}

export function foldOpened(day: BranchDay, entry: Entry, fact: CounterOpened): BranchDay {
  const { teller } = fact;
  return withCounter(day, fact.counter, { status: 'open', teller, pauseReason: null, since: entry.at });
}

export function foldPaused(day: BranchDay, entry: Entry, fact: CounterPaused): BranchDay {
  const { teller, reason } = fact;
  return withCounter(day, fact.counter, { status: 'paused', teller, pauseReason: reason, since: entry.at });
}

function withCounter(day: BranchDay, id: CounterId, change: Omit<CounterState, 'serving'>): BranchDay {
  const { serving } = counterOf(day, id);
  return { ...day, counters: { ...day.counters, [id]: { ...change, serving } } };
}
