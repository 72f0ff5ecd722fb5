import type { BusinessDay, TicketNumber } from '#domain/id.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { Lease, SeenNumbers } from './protocol.ts';

/**
 * Blocks after an answer of the server. A block known here never goes back, not even if the server forgot how far it
 * is; used-up blocks are remembered until their day is over, so that none can come again.
 */
export function mergeLeases(
  held: readonly Lease[],
  offered: readonly Lease[],
  today: BusinessDay,
): readonly Lease[] {
  const merged = new Map(held.filter((lease) => lease.day >= today).map((lease) => [lease.id, lease]));
  for (const lease of offered) {
    const known = merged.get(lease.id);
    merged.set(lease.id, known ? { ...known, next: Math.max(known.next, lease.next) } : lease);
  }
  return [...merged.values()];
}

/** A device that cannot know which of its numbers were given uses none of them again. */
export function burnLeases(leases: readonly Lease[]): readonly Lease[] {
  return leases.map((lease) => ({ ...lease, next: lease.to + 1 }));
}

/** The highest number of each letter among a day's tickets. */
export function seenNumbers(day: BranchDay): SeenNumbers {
  const highest = new Map<string, TicketNumber>();
  for (const { number } of Object.values(day.tickets)) {
    const letter = number.charAt(0);
    const known = highest.get(letter);
    if (known === undefined || countOf(number) > countOf(known)) highest.set(letter, number);
  }
  return { day: day.day, highest: [...highest.values()] };
}

function countOf(number: TicketNumber): number {
  return Number(number.slice(1));
}
