import { type DeviceStore, putMeta } from './device-store.ts';
import type { Machine } from './machine.ts';
import type { Troubles } from './troubles.ts';

const PROBE_MS = 10_000;

export type DiskWatch = {
  /** The last write was not refused. */
  readonly isWell: () => boolean;
};

/** Says when the disk refuses, and tries it again until it takes a strict write: the trouble ends by itself. */
export function watchDisk(
  parts: { readonly machine: Machine; readonly store: DeviceStore; readonly troubles: Troubles },
  stop: AbortSignal,
): DiskWatch {
  const { machine, store, troubles } = parts;
  let isProbing = false;

  const probe = async () => {
    isProbing = true;
    let isWell = false;
    while (!isWell && !stop.aborted) {
      await machine.wait(PROBE_MS, stop);
      if (stop.aborted) return;
      isWell = (await store.write((writing) => putMeta(writing, 'probe', machine.wall()))).ok;
    }
    isProbing = false;
    troubles.clear('storage-broken');
    troubles.clear('storage-full');
  };
  store.onRefusal((refusal) => {
    troubles.raise(refusal);
    if (!isProbing) void probe();
  });
  return { isWell: () => !isProbing };
}
