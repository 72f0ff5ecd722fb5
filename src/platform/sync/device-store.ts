import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { DeviceConfig } from '#contract/config.ts';
import type { Role } from '#domain/branch/role.ts';
import type { Entry } from '#domain/event.ts';
import type { BusinessDay } from '#domain/id.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import { accept, type Result, refuse } from '#domain/result.ts';
import type { Cursor, Lease, OutgoingFact } from '#domain/sync/protocol.ts';

/** A fact in the outbox; `at` and `day` are this device's best knowledge and are not sent. */
export type Kept = OutgoingFact & { readonly at: number; readonly day: BusinessDay };

export type Identity = { readonly device: string; readonly role: Role; readonly key: CryptoKey };

/** How far the journal is kept here; `folded`: own facts up to this number are in it. */
export type Followed = { readonly position: number; readonly epoch: string; readonly folded: number };

export type Meta = {
  readonly identity: Identity;
  readonly cursor: Cursor;
  readonly leases: readonly Lease[];
  readonly config: DeviceConfig;
  /** Server minus device clock. */
  readonly clockOffset: number;
  /** The latest time heard from the server. */
  readonly latestTime: number;
  readonly followed: Followed;
  readonly snapshot: BranchDay;
  /** Written only to see whether the disk takes it. */
  readonly probe: number;
};

export type SetAside = {
  readonly id: string;
  readonly seq: number;
  readonly code: string;
  readonly field: string;
};

interface Shelves extends DBSchema {
  outbox: { key: number; value: Kept; indexes: { id: string } };
  meta: { key: string; value: unknown };
  entries: { key: number; value: Entry };
  notebook: { key: string; value: unknown };
  quarantine: { key: string; value: SetAside };
}
const SHELVES = ['outbox', 'meta', 'entries', 'notebook', 'quarantine'] as const;

export type Reading = IDBPTransaction<Shelves, typeof SHELVES, 'readonly'>;
export type Writing = IDBPTransaction<Shelves, typeof SHELVES, 'readwrite'>;
export type StoreRefusal = 'storage-full' | 'storage-broken';

/**
 * One device's disk. Every write is strict: it has reached the disk when the promise resolves, whole or not at all. The
 * work may run again after a failure, so it must read before it decides.
 */
export type DeviceStore = {
  readonly write: <Value>(work: (writing: Writing) => Promise<Value>) => Promise<Result<Value, StoreRefusal>>;
  readonly read: <Value>(work: (reading: Reading) => Promise<Value>) => Promise<Result<Value, StoreRefusal>>;
  /** Hears of every write the disk refused, those before it listened too. */
  readonly onRefusal: (listener: (refusal: StoreRefusal) => void) => void;
  readonly close: () => void;
};

const ATTEMPTS = 3;

export function openDeviceStore(device: string): DeviceStore {
  const refusals = new Set<StoreRefusal>();
  let hear: (refusal: StoreRefusal) => void = (refusal) => void refusals.add(refusal);
  let handle: Promise<IDBPDatabase<Shelves>> | null = null;
  const drop = () => {
    const old = handle;
    handle = null;
    old?.then(
      (database) => database.close(),
      () => undefined,
    );
  };
  const open = () => {
    handle ??= openDB<Shelves>(`ginkgo-${device}`, 1, {
      upgrade(database) {
        database.createObjectStore('outbox', { keyPath: 'seq' }).createIndex('id', 'id', { unique: true });
        database.createObjectStore('entries', { keyPath: 'position' });
        database.createObjectStore('quarantine', { keyPath: 'id' });
        database.createObjectStore('meta');
        database.createObjectStore('notebook');
      },
      blocking: drop,
      terminated: drop,
    });
    return handle;
  };

  const refused = (refusal: StoreRefusal) => {
    hear(refusal);
    return refuse(refusal);
  };

  const attempt = async <Value>(
    run: (database: IDBPDatabase<Shelves>) => Promise<Value>,
  ): Promise<Result<Value, StoreRefusal>> => {
    for (let count = 0; count < ATTEMPTS; count += 1) {
      const tried = await open().then(run).then(accept, asRefusal);
      if (tried.ok) return tried;
      if (tried.refusal === 'storage-full') return refused('storage-full');
      drop();
    }
    return refused('storage-broken');
  };

  return {
    close: drop,
    onRefusal(listener) {
      hear = listener;
      refusals.forEach(listener);
    },
    write: (work) => attempt((database) => written(database, work)),
    read: (work) => attempt((database) => work(database.transaction(SHELVES, 'readonly'))),
  };
}

/** The disk's failures are values here; anything else is a bug and stays an exception. */
function asRefusal(failure: unknown): { readonly ok: false; readonly refusal: StoreRefusal } {
  if (!(failure instanceof DOMException)) throw failure;
  return refuse(failure.name === 'QuotaExceededError' ? 'storage-full' : 'storage-broken');
}

async function written<Value>(database: IDBPDatabase<Shelves>, work: (writing: Writing) => Promise<Value>) {
  const writing = database.transaction(SHELVES, 'readwrite', { durability: 'strict' });
  // A full disk shows up only here, at commit, after every request has succeeded.
  const done = writing.done;
  done.catch(() => undefined);
  try {
    const value = await work(writing);
    await done;
    return value;
  } catch (failure) {
    throw (await abandoned(writing, done)) ?? failure;
  }
}

/** Aborts what is left of it; gives the transaction's own reason, which says more than the failed request's. */
async function abandoned(writing: Writing, done: Promise<void>): Promise<unknown> {
  try {
    writing.abort();
  } catch {
    // It is over already.
  }
  await done.catch(() => undefined);
  return writing.error;
}

export async function readMeta<Name extends keyof Meta>(
  reading: Reading | Writing,
  name: Name,
): Promise<Meta[Name] | undefined> {
  return (await (reading as Reading).objectStore('meta').get(name)) as Meta[Name] | undefined;
}

export async function putMeta<Name extends keyof Meta>(
  writing: Writing,
  name: Name,
  value: Meta[Name],
): Promise<void> {
  await writing.objectStore('meta').put(value, name);
}
