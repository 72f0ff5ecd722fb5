import type { Fact } from '#domain/event.ts';
import type { BusinessDay, TicketNumber } from '#domain/id.ts';
import { nextLeased } from '#domain/queue/next-leased.ts';
import type { Cursor } from '#domain/sync/protocol.ts';
import type { Journal } from './device.ts';
import { type DeviceStore, type Kept, putMeta, readMeta, type Writing } from './device-store.ts';
import type { Follower } from './follow.ts';
import type { ServerClock } from './server-clock.ts';

type Unnumbered = Omit<Kept, 'seq' | 'fact'>;
type Stamped = Unnumbered & { readonly fact: Fact };
type Written = { readonly kept: readonly Kept[]; readonly cursor: Cursor };

export type JournalParts = {
  readonly store: DeviceStore;
  readonly follower: Follower;
  readonly clock: ServerClock;
  readonly today: () => BusinessDay;
  readonly newId: () => string;
  readonly onWritten: (cursor: Cursor) => void;
};

/** The device's own record; `seq` and the lease's position move in the transaction that writes the fact. */
export function createJournal(parts: JournalParts): Journal {
  const { store, follower, clock, today, newId } = parts;
  const stamp = (): Unnumbered => ({ id: newId(), ...clock.reading(), at: clock.now(), day: today() });
  const tell = ({ kept, cursor }: Written) => {
    follower.wrote(kept, cursor);
    parts.onWritten(cursor);
  };

  return {
    day: follower.day,
    unsent: follower.unsent,
    async record(...facts) {
      const stamped = facts.map((fact) => ({ ...stamp(), fact }));
      const written = await store.write((writing) => append(writing, stamped));
      if (!written.ok) return { is: 'unwritten' };
      tell(written.value);
      return { is: 'written', ids: stamped.map(({ id }) => id) };
    },
    async recordNumbered(letter, factWith) {
      const stamped = stamp();
      const written = await store.write((writing) => appendNumbered(writing, { stamped, letter, factWith }));
      if (!written.ok) return { is: 'unwritten' };
      if (written.value === null) return { is: 'lease-exhausted' };
      tell(written.value);
      return { is: 'written', number: written.value.number };
    },
  };
}

async function append(writing: Writing, facts: readonly Stamped[]): Promise<Written> {
  const cursor = await cursorOf(writing);
  const again = await writtenBefore(writing, facts);
  if (again) return { kept: again, cursor };
  const kept = facts.map((fact, index) => ({ ...fact, seq: cursor.seq + 1 + index }));
  await Promise.all(kept.map((fact) => writing.objectStore('outbox').add(fact)));
  const moved = { ...cursor, seq: cursor.seq + kept.length };
  await putMeta(writing, 'cursor', moved);
  return { kept, cursor: moved };
}

async function appendNumbered(
  writing: Writing,
  wanted: {
    readonly stamped: Unnumbered;
    readonly letter: string;
    readonly factWith: (number: TicketNumber) => Fact;
  },
): Promise<(Written & { readonly number: TicketNumber }) | null> {
  const { stamped, letter, factWith } = wanted;
  const [again] = (await writtenBefore(writing, [stamped])) ?? [];
  if (again?.fact.kind === 'ticket-taken') {
    return { kept: [again], cursor: await cursorOf(writing), number: again.fact.number };
  }
  const leased = nextLeased((await readMeta(writing, 'leases')) ?? [], stamped.day, letter);
  if (!leased.ok) return null;
  const { number, leases } = leased.value;
  await putMeta(writing, 'leases', leases);
  return { ...(await append(writing, [{ ...stamped, fact: factWith(number) }])), number };
}

/** When the disk failed while it was committing, the facts may be there all the same. */
async function writtenBefore(
  writing: Writing,
  facts: readonly Unnumbered[],
): Promise<readonly Kept[] | undefined> {
  const byId = writing.objectStore('outbox').index('id');
  const found = await Promise.all(facts.map(({ id }) => byId.get(id)));
  const kept = found.filter((fact) => fact !== undefined);
  return facts.length > 0 && kept.length === facts.length ? kept : undefined;
}

async function cursorOf(writing: Writing): Promise<Cursor> {
  const cursor = await readMeta(writing, 'cursor');
  if (cursor === undefined) throw new DOMException('This disk was wiped under us', 'UnknownError');
  return cursor;
}
