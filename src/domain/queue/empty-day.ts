import type { BusinessDay } from '#domain/id.ts';
import type { BranchDay } from './queue.ts';

/** A day on which nothing has happened yet: every counter closed, nobody waiting. */
export function emptyDay(day: BusinessDay): BranchDay {
  return { day, position: 0, tickets: {}, counters: {}, calls: [], invitations: {}, servedOffline: {} };
}
