import type { Notebook } from './device.ts';
import type { DeviceStore } from './device-store.ts';

/** Small durable memory of one screen, as strict as the journal. */
export function createNotebook(store: DeviceStore): Notebook {
  return {
    async read<Note>(name: string) {
      const read = await store.read((reading) => reading.objectStore('notebook').get(name));
      return ((read.ok ? read.value : null) ?? null) as Note | null;
    },
    async write(name, note) {
      return (await store.write((writing) => writing.objectStore('notebook').put(note, name))).ok;
    },
    async erase(name) {
      await store.write((writing) => writing.objectStore('notebook').delete(name));
    },
  };
}
