import type { RescueExport } from './device.ts';
import { type DeviceStore, type Meta, readMeta } from './device-store.ts';

type Shelf = 'quarantine' | 'notebook' | 'outbox';

/**
 * Everything this device still holds of its own, readable by people; no key is in it. A dying disk gives what it can,
 * row by row, and the text names what is missing.
 */
export async function rescueExport(store: DeviceStore): Promise<RescueExport> {
  const missing: string[] = [];
  const meta = async <Name extends keyof Meta>(name: Name) => {
    const read = await store.read((reading) => readMeta(reading, name));
    if (!read.ok) missing.push(name);
    return read.ok ? read.value : undefined;
  };
  const row = async (shelf: Shelf, key: string | number) => {
    const read = await store.read((reading) => reading.objectStore(shelf).get(key as never));
    if (!read.ok) missing.push(`${shelf}/${key}`);
    return read.ok ? [read.value] : [];
  };
  const rows = async (shelf: Shelf): Promise<readonly unknown[]> => {
    const all = await store.read((reading) => reading.objectStore(shelf).getAll());
    if (all.ok) return all.value;
    const keys = await store.read((reading) => reading.objectStore(shelf).getAllKeys());
    if (!keys.ok) missing.push(shelf);
    const found: unknown[] = [];
    for (const key of keys.ok ? keys.value : []) found.push(...(await row(shelf, key)));
    return found;
  };

  const held = {
    rescue: 'ginkgo/1',
    device: (await meta('identity'))?.device ?? null,
    cursor: await meta('cursor'),
    leases: await meta('leases'),
    quarantine: await rows('quarantine'),
    notebook: await rows('notebook'),
    outbox: await rows('outbox'),
  };
  return {
    is: missing.length === 0 ? 'whole' : 'partial',
    text: JSON.stringify({ ...held, missing }, null, 1),
  };
}
