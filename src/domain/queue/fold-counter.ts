import type { CounterOpened, CounterPaused, Entry, TellerSignedIn, TellerSignedOut } from '#domain/event.ts';
import type { CounterId } from '#domain/id.ts';
import { counterOf } from './counter-of.ts';
import { type Draft, put } from './draft.ts';
import type { CounterState } from './queue.ts';

/** Signed in is not yet open: the teller says when. */
export function foldSignedIn(day: Draft, entry: Entry, fact: TellerSignedIn): Draft {
  const { teller } = fact;
  return withCounter(day, fact.counter, { status: 'closed', teller, pauseReason: null, since: entry.at });
}

export function foldSignedOut(day: Draft, entry: Entry, fact: TellerSignedOut): Draft {
  if (counterOf(day, fact.counter).teller !== fact.teller) return day;
  return withCounter(day, fact.counter, {
    status: 'closed',
    teller: null,
    pauseReason: null,
    since: entry.at,
  });
}

export function foldOpened(day: Draft, entry: Entry, fact: CounterOpened): Draft {
  const { teller } = fact;
  return withCounter(day, fact.counter, { status: 'open', teller, pauseReason: null, since: entry.at });
}

export function foldPaused(day: Draft, entry: Entry, fact: CounterPaused): Draft {
  const { teller, reason } = fact;
  return withCounter(day, fact.counter, { status: 'paused', teller, pauseReason: reason, since: entry.at });
}

function withCounter(day: Draft, id: CounterId, change: Omit<CounterState, 'serving'>): Draft {
  const { serving } = counterOf(day, id);
  return put(day, 'counters', { [id]: { ...change, serving } });
}
