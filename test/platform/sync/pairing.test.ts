import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rememberSeq } from '#platform/sync/disk-canary.ts';
import { openDisk } from '#platform/sync/open-disk.ts';
import { pairDevice } from '#platform/sync/pairing.ts';
import { CODE } from '#test/doubles/sync-device.ts';
import { type SyncBrowser, syncBrowser } from '#test/doubles/sync-machine.ts';
import { type SyncServer, syncServer } from '#test/doubles/sync-server.ts';

let browser: SyncBrowser;
let server: SyncServer;
const pair = (code = CODE) => pairDevice(code, browser.tab(server.url));

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  browser = syncBrowser();
  server = await syncServer();
  server.codes.set(CODE, '');
});
afterEach(() => server.close());

test('a code as a person types it makes a device with a key of its own', async () => {
  expect(await pair('ol23-4567 89ab'.replace('ol', 'OI'))).toMatchObject({ is: 'paired', role: 'kiosk' });
  const disk = await openDisk(browser.tab(server.url), 'kiosk-1');
  expect(disk).toMatchObject({
    identity: { device: 'kiosk-1', key: { extractable: false } },
    lostFacts: false,
  });
});

test('the link opened again opens the same device and asks nobody', async () => {
  await pair();
  const before = server.requests.length;
  expect(await pair()).toMatchObject({ is: 'paired', device: 'kiosk-1', goTo: '/kiosk/#device=kiosk-1' });
  expect(server.requests).toHaveLength(before);
});

test('an answer lost on the way is asked for again with the same key', async () => {
  server.faults.set('/v1/pair', ['lost']);
  expect(await pair()).toEqual({ is: 'unpaired', reason: 'no-answer' });
  expect(await pair()).toMatchObject({ is: 'paired' });
});

test('wrong code, code used elsewhere, captive portal: each is said', async () => {
  expect(await pair('ZZZZZZZZZZZZ')).toEqual({ is: 'unpaired', reason: 'code-unknown' });
  server.codes.set(CODE, 'another browser');
  expect(await pair()).toEqual({ is: 'unpaired', reason: 'code-used' });
  server.faults.set('/v1/pair', ['portal']);
  expect(await pair()).toEqual({ is: 'unpaired', reason: 'no-answer' });
});

test('an empty disk under a known device is a wipe, not a first start', async () => {
  await pair();
  globalThis.indexedDB = new IDBFactory();
  expect(await pair()).toMatchObject({ is: 'paired' });
  expect(await openDisk(browser.tab(server.url), 'kiosk-1')).toBe('storage-wiped');
});

test('S12 S14: a disk that came back shorter starts a new stream and uses none of its blocks again', async () => {
  await pair();
  const machine = browser.tab(server.url);
  const before = await openDisk(machine, 'kiosk-1');
  if (typeof before === 'string') throw new Error(before);
  const cursor = await before.store.read((reading) => reading.objectStore('meta').get('cursor'));
  if (!cursor.ok) throw new Error(cursor.refusal);
  const known = cursor.value as Parameters<typeof rememberSeq>[2];
  rememberSeq(machine, 'kiosk-1', { ...known, seq: 7 });
  const after = await openDisk(machine, 'kiosk-1');
  if (typeof after === 'string') throw new Error(after);
  expect(after.lostFacts).toBe(true);
  const anew = await after.store.read((reading) => reading.objectStore('meta').get('cursor'));
  expect(anew.ok && anew.value).toMatchObject({ seq: 0, upTo: 0 });
  expect(anew.ok && (anew.value as { stream: string }).stream).not.toBe(known.stream);
});
