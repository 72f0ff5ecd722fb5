import type { RescueExport } from './device.ts';
import { openDeviceStore } from './device-store.ts';
import { rescueExport } from './rescue-export.ts';

/** What every device of this browser still holds, as one text: where no screen opens any more. */
export async function rescueAll(devices: readonly string[]): Promise<RescueExport> {
  const saved: RescueExport[] = [];
  for (const device of devices) {
    const store = openDeviceStore(device);
    saved.push(await rescueExport(store));
    store.close();
  }
  const texts = saved.map(({ text }) => text);
  return {
    is: saved.every(({ is }) => is === 'whole') ? 'whole' : 'partial',
    text: texts.length === 1 ? texts.join() : `[${texts.join(',\n')}]`,
  };
}
