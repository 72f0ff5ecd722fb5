import type { DeviceConfig } from '#contract/config.ts';
import { type DeviceStore, type Identity, openDeviceStore, readMeta, type Writing } from './device-store.ts';
import { hasLostFacts } from './disk-canary.ts';
import type { Machine } from './machine.ts';
import { renumber } from './outbox.ts';
import type { KeptClock } from './server-clock.ts';

export type OpenedDisk = {
  readonly store: DeviceStore;
  readonly identity: Identity;
  readonly config: DeviceConfig;
  readonly clock: KeptClock;
  /** The disk came back with less than was written to it. */
  readonly lostFacts: boolean;
};
export type DiskRefusal = 'storage-wiped' | 'storage-broken';

/** Opens a paired device's disk and looks whether it still is what it was. */
export async function openDisk(machine: Machine, device: string): Promise<OpenedDisk | DiskRefusal> {
  const store = openDeviceStore(device);
  const read = await store.write(async (writing) => {
    const kept = await readKept(writing);
    const lostFacts = kept.cursor !== undefined && hasLostFacts(machine, device, kept.cursor);
    // Its lost numbers may be on paper: none of the blocks is used again, nor is the stream.
    if (lostFacts) await renumber(writing, machine.newId());
    return { ...kept, lostFacts };
  });
  if (!read.ok) return 'storage-broken';
  const { identity, config, cursor, clock, lostFacts } = read.value;
  if (!identity || !config || !cursor) return 'storage-wiped';
  return { store, identity, config, clock, lostFacts };
}

async function readKept(writing: Writing) {
  const [identity, config, cursor, offset = 0, latest = 0] = await Promise.all([
    readMeta(writing, 'identity'),
    readMeta(writing, 'config'),
    readMeta(writing, 'cursor'),
    readMeta(writing, 'clockOffset'),
    readMeta(writing, 'latestTime'),
  ]);
  return { identity, config, cursor, clock: { offset, latest } };
}
