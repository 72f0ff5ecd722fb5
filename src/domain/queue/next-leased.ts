import type { BusinessDay, TicketNumber } from '#domain/id.ts';
import { accept, type Result, refuse } from '#domain/result.ts';
import type { Lease } from '#domain/sync/protocol.ts';
import { formatTicketNumber } from './ticket-number.ts';

/** The lowest number still leased for this day and letter, and the leases without it. */
export function nextLeased(
  leases: readonly Lease[],
  day: BusinessDay,
  letter: string,
): Result<{ readonly number: TicketNumber; readonly leases: readonly Lease[] }, 'lease-exhausted'> {
  const [lease] = leases
    .filter((each) => each.day === day && each.letter === letter && each.next <= each.to)
    .sort((one, other) => one.next - other.next);
  if (lease === undefined) return refuse('lease-exhausted');
  const after = leases.map((each) => (each === lease ? { ...each, next: each.next + 1 } : each));
  return accept({ number: formatTicketNumber(letter, lease.next), leases: after });
}
