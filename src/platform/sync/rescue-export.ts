import { type DeviceStore, readMeta } from './device-store.ts';

/** Everything this device still holds of its own, readable by people; no key is in it. */
export async function rescueExport(store: DeviceStore): Promise<string> {
  const read = await store.write(async (writing) => {
    const identity = await readMeta(writing, 'identity');
    return {
      rescue: 'ginkgo/1',
      device: identity?.device ?? null,
      cursor: await readMeta(writing, 'cursor'),
      leases: await readMeta(writing, 'leases'),
      quarantine: await writing.objectStore('quarantine').getAll(),
      notebook: await writing.objectStore('notebook').getAll(),
      outbox: await writing.objectStore('outbox').getAll(),
    };
  });
  return JSON.stringify(read.ok ? read.value : { rescue: 'ginkgo/1', unreadable: read.refusal }, null, 1);
}
