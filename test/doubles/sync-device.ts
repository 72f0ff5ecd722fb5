import type { Device } from '#platform/sync/device.ts';
import { openDisk } from '#platform/sync/open-disk.ts';
import { pairDevice } from '#platform/sync/pairing.ts';
import { wireDevice } from '#platform/sync/wire-device.ts';
import type { SyncBrowser } from './sync-machine.ts';
import type { SyncServer } from './sync-server.ts';

export type SyncTab = { readonly device: Device; readonly close: () => Promise<void> };

export const CODE = '0123456789AB';

/** Pairs the browser with the server and opens as many tabs of the one device as are asked for. */
export async function pairedTabs(
  browser: SyncBrowser,
  server: SyncServer,
  count: number,
): Promise<SyncTab[]> {
  server.codes.set(CODE, '');
  const paired = await pairDevice(CODE, browser.tab(server.url));
  if (paired.is !== 'paired') throw new Error(paired.reason);
  return Promise.all(Array.from({ length: count }, () => openTab(browser, server)));
}

export async function openTab(browser: SyncBrowser, server: SyncServer): Promise<SyncTab> {
  const machine = browser.tab(server.url);
  const disk = await openDisk(machine, 'kiosk-1');
  if (typeof disk === 'string') throw new Error(disk);
  const stop = new AbortController();
  const { device, stopped } = await wireDevice(machine, disk, stop.signal);
  return {
    device,
    async close() {
      stop.abort();
      await stopped;
      disk.store.close();
    },
  };
}
