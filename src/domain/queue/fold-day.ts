import type { Entry } from '#domain/event.ts';
import { type Draft, dayFrom, draftOf } from './draft.ts';
import { emptyDay } from './empty-day.ts';
import { foldOpened, foldPaused, foldSignedIn, foldSignedOut } from './fold-counter.ts';
import { foldFinished, foldServedOffline } from './fold-finish.ts';
import { foldByNumber, foldEnded, foldInvited, foldRated } from './fold-invitation.ts';
import {
  foldCalled,
  foldNotShown,
  foldParked,
  foldRecalled,
  foldReturned,
  foldTaken,
  foldTransferred,
  foldWithdrawn,
} from './fold-ticket.ts';
import type { BranchDay } from './queue.ts';

/**
 * One more line of the journal. Never refuses, whatever arrives in whatever order: a later day starts afresh, an
 * earlier day's line only moves the position on.
 */
export function foldDay(day: BranchDay, entry: Entry): BranchDay {
  return foldEntries(day, [entry]);
}

/** A stretch of the journal at once: the same as `foldDay` for each, at the price of one copy. */
export function foldEntries(day: BranchDay, entries: readonly Entry[]): BranchDay {
  return dayFrom(entries.reduce(foldEntry, draftOf(day)));
}

function foldEntry(day: Draft, entry: Entry): Draft {
  const position = Math.max(day.position, entry.position);
  if (entry.day < day.day) return { ...day, position };
  const today = entry.day > day.day ? draftOf(emptyDay(entry.day)) : day;
  return { ...foldFact(today, entry), position };
}

function foldFact(day: Draft, entry: Entry): Draft {
  const { fact } = entry;
  switch (fact.kind) {
    case 'ticket-taken':
      return foldTaken(day, entry, fact);
    case 'ticket-withdrawn':
      return foldWithdrawn(day, entry, fact);
    case 'teller-signed-in':
      return foldSignedIn(day, entry, fact);
    case 'teller-signed-out':
      return foldSignedOut(day, entry, fact);
    case 'counter-opened':
      return foldOpened(day, entry, fact);
    case 'counter-paused':
      return foldPaused(day, entry, fact);
    case 'ticket-called':
      return foldCalled(day, entry, fact);
    case 'ticket-recalled':
      return foldRecalled(day, entry, fact);
    case 'ticket-not-shown':
      return foldNotShown(day, entry, fact);
    case 'ticket-returned':
      return foldReturned(day, entry, fact);
    case 'ticket-parked':
      return foldParked(day, entry, fact);
    case 'ticket-transferred':
      return foldTransferred(day, fact);
    case 'ticket-finished':
      return foldFinished(day, entry, fact);
    case 'visitor-served-offline':
      return foldServedOffline(day, entry, fact);
    case 'rating-invited':
      return foldInvited(day, entry, fact);
    case 'rating-given':
    case 'rating-received':
    case 'rating-explained':
      return foldRated(day, entry, fact);
    case 'rating-by-number':
      return foldByNumber(day, entry, fact);
    case 'invitation-ended':
      return foldEnded(day, entry, fact);
    case 'ticket-printed':
    case 'device-trouble':
      return day;
    // A newer server may know more kinds than this device.
    default:
      return day;
  }
}
