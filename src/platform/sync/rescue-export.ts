import { type DeviceStore, readMeta } from './device-store.ts';

/** Everything this device still holds of its own, readable by people; no key is in it. */
export async function rescueExport(store: DeviceStore): Promise<string> {
  const read = await store.read(async (reading) => {
    const identity = await readMeta(reading, 'identity');
    return {
      rescue: 'ginkgo/1',
      device: identity?.device ?? null,
      cursor: await readMeta(reading, 'cursor'),
      leases: await readMeta(reading, 'leases'),
      quarantine: await reading.objectStore('quarantine').getAll(),
      notebook: await reading.objectStore('notebook').getAll(),
      outbox: await reading.objectStore('outbox').getAll(),
    };
  });
  return JSON.stringify(read.ok ? read.value : { rescue: 'ginkgo/1', unreadable: read.refusal }, null, 1);
}
