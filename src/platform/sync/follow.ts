import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Entries } from '#contract/journal.ts';
import type { Entry } from '#domain/event.ts';
import type { BusinessDay, FactId } from '#domain/id.ts';
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
  /** How many own facts the server did not take into the journal. */
  readonly setAside: ReadonlySignal<number>;
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
  const sent = signal<Pick<Cursor, 'stream' | 'seq' | 'upTo'>>({ stream: '', seq: 0, upTo: 0 });
  const setAside = signal(0);
  let changes = 0;

  const confirmed = ({ stream, seq, upTo }: Cursor) => {
    changes += 1;
    const last = sent.peek();
    if (last.stream !== stream) sent.value = { stream, seq, upTo };
    else sent.value = { stream, seq: Math.max(last.seq, seq), upTo: Math.max(last.upTo, upTo) };
  };
  const settle = (next: Base) => {
    changes += 1;
    base.value = next;
    own.value = own.value.filter((kept) => kept.seq > next.followed.folded);
  };
  const load = async (): Promise<void> => {
    const before = changes;
    const read = await store.read(readAll);
    if (!read.ok) return;
    // Something was written meanwhile: what was read is older than what is known here.
    if (changes !== before) return load();
    const { snapshot, tail, followed, outbox, cursor } = read.value;
    const start = snapshot ?? emptyDay(today());
    base.value = { day: tail.reduce(foldOrPass, start), followed, tail: tail.length };
    own.value = outbox;
    sent.value = cursor ?? sent.peek();
    setAside.value = read.value.setAside;
  };
  const day = computed(() =>
    own.value.reduce(
      (folded, kept) => foldDay(folded, asEntry(kept, device, folded.position + 1)),
      turned(base.value.day, date.value),
    ),
  );

  return {
    day,
    unsent: computed(() => sent.value.seq - sent.value.upTo),
    setAside,
    confirmed,
    load,
    followed: () => base.value.followed,
    turnDay: () => {
      date.value = today();
    },
    wrote(kept, cursor) {
      own.value = [...own.value, ...kept.filter((one) => isMissing(one, base.value, own.value))];
      confirmed(cursor);
    },
    async append({ entries, epoch, head }) {
      const { day: before, followed, tail } = base.value;
      const fresh = entries.filter(isEntry).filter((entry) => entry.position > followed.position);
      const last = entries.length === 0 ? head : lastPosition(entries);
      const next = {
        day: fresh.reduce(foldOrPass, before),
        followed: { ...followed, position: Math.max(last, followed.position), epoch },
        tail: tail + fresh.length > LONGEST_TAIL ? 0 : tail + fresh.length,
      };
      if (fresh.length === 0) return settle(next);
      const ids = fresh.filter((entry) => entry.device === device).map(({ id }) => id);
      const written = await store.write((writing) => keepEntries(writing, next, { fresh, ids }));
      settle(written.ok ? { ...next, followed: written.value } : next);
    },
    async replace(snapshot, epoch) {
      const written = await store.write((writing) => startFrom(writing, snapshot, epoch));
      if (written.ok) settle({ day: snapshot, followed: written.value, tail: 0 });
    },
  };
}

const NOTHING_FOLLOWED: Followed = { position: 0, epoch: '', folded: 0 };

function isMissing(kept: Kept, { followed }: Base, own: readonly Kept[]): boolean {
  return kept.seq > followed.folded && !own.some(({ id }) => id === kept.id);
}

function turned(day: BranchDay, date: BusinessDay): BranchDay {
  return day.day < date ? { ...emptyDay(date), position: day.position } : day;
}

/** A line of a known kind and an odd shape is passed over: the lines after it still count. */
function foldOrPass(day: BranchDay, entry: Entry): BranchDay {
  try {
    return foldDay(day, entry);
  } catch (fault) {
    globalThis.reportError?.(fault);
    return { ...day, position: Math.max(day.position, entry.position) };
  }
}

function asEntry(kept: Kept, device: string, position: number): Entry {
  return { position, id: kept.id, device, at: kept.at, day: kept.day, fact: kept.fact };
}

/** Only what folding relies on: a newer server may say more, and of kinds not known here. */
function isEntry(value: unknown): value is Entry {
  const entry = value as Entry | null;
  return (
    typeof entry?.position === 'number' &&
    typeof entry.id === 'string' &&
    typeof entry.fact?.kind === 'string' &&
    (entry.fact.kind !== 'ticket-taken' || typeof entry.fact.number === 'string')
  );
}

/** What cannot be read is passed too, or it would be fetched again for ever. */
function lastPosition(entries: readonly unknown[]): number {
  const positions = entries.map((entry) => (entry as Partial<Entry> | null)?.position);
  return Math.max(0, ...positions.filter((position) => typeof position === 'number'));
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
  return { outbox, tail, snapshot, followed, cursor, setAside: setAside.length };
}

/** Own facts are recognised on disk: another tab may have recorded them a moment ago. */
async function keepEntries(
  writing: Writing,
  next: Base,
  { fresh, ids }: { readonly fresh: readonly Entry[]; readonly ids: readonly FactId[] },
): Promise<Followed> {
  const byId = writing.objectStore('outbox').index('id');
  const seqs = await Promise.all(ids.map(async (id) => (await byId.get(id))?.seq ?? 0));
  const followed = { ...next.followed, folded: Math.max(next.followed.folded, ...seqs) };
  if (next.tail === 0) await keepSnapshot(writing, next.day, followed);
  else {
    await Promise.all(fresh.map((entry) => writing.objectStore('entries').put(entry)));
    await putMeta(writing, 'followed', followed);
  }
  return followed;
}

async function startFrom(writing: Writing, snapshot: BranchDay, epoch: string): Promise<Followed> {
  const cursor = await readMeta(writing, 'cursor');
  const followed = { position: snapshot.position, epoch, folded: cursor?.upTo ?? 0 };
  await keepSnapshot(writing, snapshot, followed);
  return followed;
}

async function keepSnapshot(writing: Writing, day: BranchDay, followed: Followed): Promise<void> {
  await writing.objectStore('entries').clear();
  await putMeta(writing, 'snapshot', day);
  await putMeta(writing, 'followed', followed);
}
