import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Entries } from '#contract/journal.ts';
import type { Entry } from '#domain/event.ts';
import type { BusinessDay } from '#domain/id.ts';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldDay } from '#domain/queue/fold-day.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { Cursor } from '#domain/sync/protocol.ts';
import {
  type DeviceStore,
  type Followed,
  type Kept,
  putMeta,
  type Reading,
  readMeta,
  type Writing,
} from './device-store.ts';

/** Beyond this many lines the tail is folded into the snapshot on disk. */
const LONGEST_TAIL = 200;

/**
 * The branch's day on this device: the journal in the server's order as far as it is known here, and on top of it the
 * device's own facts that are not in it yet.
 */
export type Follower = {
  readonly day: ReadonlySignal<BranchDay>;
  readonly unsent: ReadonlySignal<number>;
  readonly followed: () => Followed;
  /** Reads everything again: at start, and when another tab or a new stream changed the disk. */
  readonly load: () => Promise<void>;
  readonly wrote: (kept: readonly Kept[], cursor: Cursor) => void;
  readonly confirmed: (cursor: Cursor) => void;
  readonly append: (answer: Entries) => Promise<void>;
  readonly replace: (day: BranchDay, epoch: string) => Promise<void>;
  /** Midnight comes without a message. */
  readonly turnDay: () => void;
};

type Base = { readonly day: BranchDay; readonly followed: Followed; readonly tail: number };

export function createFollower(options: {
  readonly store: DeviceStore;
  readonly device: string;
  readonly today: () => BusinessDay;
}): Follower {
  const { store, device, today } = options;
  const date = signal(today());
  const base = signal<Base>({ day: emptyDay(date.peek()), followed: NOTHING_FOLLOWED, tail: 0 });
  const own = signal<readonly Kept[]>([]);
  const unsent = signal(0);

  const confirmed = (cursor: Cursor) => {
    unsent.value = cursor.seq - cursor.upTo;
  };
  const settle = (next: Base) => {
    base.value = next;
    own.value = own.value.filter((kept) => kept.seq > next.followed.folded);
  };
  const day = computed(() => {
    const known = base.value.day;
    const start = known.day < date.value ? { ...emptyDay(date.value), position: known.position } : known;
    return own.value.reduce(
      (folded, kept) => foldDay(folded, asEntry(kept, device, folded.position + 1)),
      start,
    );
  });

  return {
    day,
    unsent,
    confirmed,
    followed: () => base.value.followed,
    turnDay: () => {
      date.value = today();
    },
    async load() {
      const read = await store.read(readAll);
      if (!read.ok) return;
      const { snapshot, tail, followed, outbox, cursor } = read.value;
      base.value = {
        day: tail.reduce(foldDay, snapshot ?? emptyDay(today())),
        followed,
        tail: tail.length,
      };
      own.value = outbox;
      if (cursor) confirmed(cursor);
    },
    wrote(kept, cursor) {
      const missing = kept.filter(({ id, seq }) => {
        return seq > base.value.followed.folded && !own.value.some((known) => known.id === id);
      });
      own.value = [...own.value, ...missing];
      confirmed(cursor);
    },
    async append({ entries, epoch, head }) {
      const now = base.value;
      const fresh = entries.filter(isEntry).filter((entry) => entry.position > now.followed.position);
      const position = fresh.at(-1)?.position ?? (entries.length === 0 ? head : now.followed.position);
      const ids = new Set(fresh.map((entry) => entry.id));
      const folded = own.value.findLast((kept) => ids.has(kept.id))?.seq ?? now.followed.folded;
      const next = {
        day: fresh.reduce(foldDay, now.day),
        followed: { position: Math.max(position, now.followed.position), epoch, folded },
        tail: now.tail + fresh.length > LONGEST_TAIL ? 0 : now.tail + fresh.length,
      };
      settle(next);
      if (fresh.length > 0) await store.write((writing) => keepEntries(writing, next, fresh));
    },
    async replace(snapshot, epoch) {
      const written = await store.write(async (writing) => {
        const cursor = await readMeta(writing, 'cursor');
        const followed = { position: snapshot.position, epoch, folded: cursor?.upTo ?? 0 };
        await keepSnapshot(writing, snapshot, followed);
        return followed;
      });
      if (written.ok) settle({ day: snapshot, followed: written.value, tail: 0 });
    },
  };
}

const NOTHING_FOLLOWED: Followed = { position: 0, epoch: '', folded: 0 };

function asEntry(kept: Kept, device: string, position: number): Entry {
  return { position, id: kept.id, device, at: kept.at, day: kept.day, fact: kept.fact };
}

/** Only what folding relies on: a newer server may say more, and of kinds not known here. */
function isEntry(value: unknown): value is Entry {
  const entry = value as Entry | null;
  return (
    typeof entry?.position === 'number' &&
    typeof entry.id === 'string' &&
    typeof entry.fact?.kind === 'string'
  );
}

async function readAll(reading: Reading) {
  const [followed = NOTHING_FOLLOWED, tail, snapshot, cursor, setAside] = await Promise.all([
    readMeta(reading, 'followed'),
    reading.objectStore('entries').getAll(),
    readMeta(reading, 'snapshot'),
    readMeta(reading, 'cursor'),
    reading.objectStore('quarantine').getAllKeys(),
  ]);
  // The outbox keeps what no backup has yet; only its end is not in the journal.
  const kept = await reading.objectStore('outbox').getAll(IDBKeyRange.lowerBound(followed.folded, true));
  const outbox = kept.filter(({ id }) => !setAside.includes(id));
  return { outbox, tail, snapshot, followed, cursor };
}

async function keepEntries(writing: Writing, next: Base, fresh: readonly Entry[]): Promise<void> {
  if (next.tail === 0) return keepSnapshot(writing, next.day, next.followed);
  await Promise.all(fresh.map((entry) => writing.objectStore('entries').put(entry)));
  await putMeta(writing, 'followed', next.followed);
}

async function keepSnapshot(writing: Writing, day: BranchDay, followed: Followed): Promise<void> {
  await writing.objectStore('entries').clear();
  await putMeta(writing, 'snapshot', day);
  await putMeta(writing, 'followed', followed);
}
