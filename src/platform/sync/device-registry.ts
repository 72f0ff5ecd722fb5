import { type DBSchema, openDB } from 'idb';
import type { Role } from '#domain/branch/role.ts';
import type { Machine } from './machine.ts';

/** One device this browser holds; several may live in one browser. */
export type Registered = {
  readonly device: string;
  readonly role: Role;
  /** Digest of the code it was paired with: the link opened again is recognised without keeping the code. */
  readonly code: string;
  readonly pairedAt: number;
};

/** A key made for a code whose answer may have been lost on the way: the same key is offered again. */
export type PendingKey = {
  readonly code: string;
  readonly key: CryptoKey;
  readonly publicKey: { readonly x: string; readonly y: string };
};

interface Shelves extends DBSchema {
  devices: { key: string; value: Registered };
  pending: { key: string; value: PendingKey };
}

export type DeviceRegistry = {
  readonly all: () => Promise<readonly Registered[]>;
  readonly add: (registered: Registered) => Promise<void>;
  readonly pending: (code: string) => Promise<PendingKey | undefined>;
  readonly remember: (pending: PendingKey) => Promise<void>;
};

/** A second memory outside IndexedDB: when the two disagree, a disk was wiped. */
const MIRROR = 'ginkgo-devices';

export async function openDeviceRegistry(machine: Machine): Promise<DeviceRegistry> {
  const database = await openDB<Shelves>('ginkgo-devices', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('devices', { keyPath: 'device' });
      fresh.createObjectStore('pending', { keyPath: 'code' });
    },
  });
  const strictly = { durability: 'strict' } as const;
  const all = async () => {
    const onDisk = await database.getAll('devices');
    const lost = mirrored(machine).filter((copy) => !onDisk.some(({ device }) => device === copy.device));
    return [...onDisk, ...lost];
  };
  return {
    all,
    async add(registered) {
      const writing = database.transaction(['devices', 'pending'], 'readwrite', strictly);
      await writing.objectStore('devices').put(registered);
      await writing.objectStore('pending').delete(registered.code);
      await writing.done;
      machine.storage.setItem(MIRROR, JSON.stringify(await all()));
    },
    pending: (code) => database.get('pending', code),
    async remember(pending) {
      const writing = database.transaction('pending', 'readwrite', strictly);
      await writing.store.put(pending);
      await writing.done;
    },
  };
}

/** Every device this browser has been, also when the list itself cannot be read any more. */
export async function everyDevice(machine: Machine): Promise<readonly string[]> {
  const listed = await openDeviceRegistry(machine)
    .then((registry) => registry.all())
    .catch((failure: unknown) => {
      if (failure instanceof DOMException) return mirrored(machine);
      throw failure;
    });
  return listed.map(({ device }) => device);
}

function mirrored(machine: Machine): readonly Registered[] {
  try {
    return JSON.parse(machine.storage.getItem(MIRROR) ?? '[]') as Registered[];
  } catch {
    return [];
  }
}
