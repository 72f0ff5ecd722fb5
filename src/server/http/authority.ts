import type { BranchId, BusinessDay } from '#domain/id.ts';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldEntries } from '#domain/queue/fold-day.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { BranchTransaction } from '#server/store/event-store.ts';

export type Authority = {
  /** The branch's day up to the last entry, as seen inside a locked branch. */
  readonly dayIn: (transaction: BranchTransaction, today: BusinessDay) => Promise<BranchDay>;
};

type Folded = { readonly epoch: string; readonly day: BranchDay };
const PAGE = 1000;

/** Keeps every branch's day folded in memory and brings it up to date before it is used. */
export function createAuthority(): Authority {
  const folded = new Map<BranchId, Folded>();
  return {
    async dayIn(transaction, today) {
      const { branch, epoch, position } = transaction.head;
      let day = await startOf(folded.get(branch), transaction, today);
      while (day.position < position) {
        const entries = await transaction.entriesAfter(day.position, PAGE);
        if (entries.length === 0) break;
        day = foldEntries(day, entries);
      }
      folded.set(branch, { epoch, day });
      // Midnight comes without an entry.
      return day.day < today ? { ...emptyDay(today), position: day.position } : day;
    },
  };
}

async function startOf(
  known: Folded | undefined,
  { head, positionBefore }: BranchTransaction,
  today: BusinessDay,
): Promise<BranchDay> {
  if (known && known.epoch === head.epoch && known.day.position <= head.position) return known.day;
  return { ...emptyDay(today), position: await positionBefore(today) };
}
