import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Fact } from '#domain/event.ts';
import { pairDevice } from '#platform/sync/pairing.ts';
import { openTab, pairedTabs, type SyncTab } from '#test/doubles/sync-device.ts';
import { type SyncBrowser, syncBrowser } from '#test/doubles/sync-machine.ts';
import { type SyncServer, syncServer } from '#test/doubles/sync-server.ts';

const TROUBLE: Fact = { kind: 'device-trouble', code: 'out-of-paper' };
const ticket = (number: string): Fact => ({
  kind: 'ticket-taken',
  ticketId: `ticket-${number}`,
  number,
  service: 'cash',
  ticketClass: 'ordinary',
  language: 'zh-CN',
  numberedBy: 'lease',
  promised: null,
});

let browser: SyncBrowser;
let server: SyncServer;
let tabs: SyncTab[];

const tab = (index = 0): SyncTab => {
  const found = tabs[index];
  if (!found) throw new Error('no such tab');
  return found;
};
const until = (check: () => boolean) => vi.waitUntil(check, { timeout: 15_000, interval: 2 });
const connected = (index = 0) => until(() => tab(index).device.connection.value.is === 'connected');
const open = async (count = 1) => {
  tabs = await pairedTabs(browser, server, count);
};

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  browser = syncBrowser();
  server = await syncServer();
  tabs = [];
});

afterEach(async () => {
  await Promise.all(tabs.map((one) => one.close()));
  await server.close();
});

test('a revoked device says so, stops sending and goes on storing', async () => {
  await open();
  await connected();
  server.faults.set(
    '/v1/hello',
    Array.from({ length: 500 }, () => 'revoked' as const),
  );
  server.faults.set(
    '/v1/journal',
    Array.from({ length: 500 }, () => 'revoked' as const),
  );
  expect(await tab().device.journal.record(TROUBLE)).toMatchObject({ is: 'written' });
  await until(() => tab().device.troubles.value.some(({ code }) => code === 'revoked'));
  expect(tab().device.connection.value.is).toBe('cut');
  expect(await tab().device.journal.record(TROUBLE)).toMatchObject({ is: 'written' });
  expect(tab().device.journal.unsent.value).toBe(2);
});

test('a clock three days wrong is corrected by the first answer and said to staff', async () => {
  browser.clockOff = 3 * 86_400_000;
  await open();
  await connected();
  await until(() => tab().device.troubles.value.some(({ code }) => code === 'clock-wrong'));
  expect(Math.abs(tab().device.now() - Date.now())).toBeLessThan(60_000);
});

test('a disk that is nearly full and storage that may be cleared are said to staff', async () => {
  Object.assign(browser, { persisted: false, usedBytes: 90 });
  await open();
  await until(() => tab().device.troubles.value.length === 2);
  expect(
    tab()
      .device.troubles.value.map(({ code }) => code)
      .sort(),
  ).toEqual(['not-persistent', 'storage-full']);
});

test('S13: a disk that refused and takes writes again is said to be well again, full ones too', async () => {
  await open();
  await connected();
  const codes = () => tab().device.troubles.value.map(({ code }) => code);
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('seek', 'UnknownError');
  });
  expect(await tab().device.journal.record(TROUBLE)).toEqual({ is: 'unwritten' });
  expect(codes()).toEqual(['storage-broken']);
  transaction.mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await until(() => codes().includes('storage-full'));
  transaction.mockRestore();
  await until(() => codes().length === 0);
  expect(await tab().device.journal.record(TROUBLE)).toMatchObject({ is: 'written' });
});

test('a disk that has room again is no longer said to be nearly full', async () => {
  browser.usedBytes = 90;
  await open();
  await until(() => tab().device.troubles.value.some(({ code }) => code === 'storage-full'));
  browser.usedBytes = 10;
  await tab().device.requester.ask({ kind: 'number-ticket' } as never);
  server.faults.set('/v1/requests', ['busy']);
  await tab().device.requester.ask({ kind: 'number-ticket' } as never);
  await until(() => tab().device.troubles.value.length === 0);
});

test('a question refused because the device is revoked says so and lets the line find out', async () => {
  await open();
  await connected();
  const revoked = Array.from({ length: 500 }, () => 'revoked' as const);
  server.faults.set('/v1/requests', [...revoked]);
  server.faults.set('/v1/hello', [...revoked]);
  const answer = await tab().device.requester.ask({ kind: 'number-ticket' } as never);
  expect(answer).toEqual({ is: 'refused', code: 'revoked', retryAfterMs: undefined });
  await until(() => tab().device.troubles.value.some(({ code }) => code === 'revoked'));
});

test('S12: restarted offline with a clock of 1970, numbers go on with the block of the day', async () => {
  await open();
  await connected();
  expect(await tab().device.journal.recordNumbered('A', ticket)).toMatchObject({ number: 'A501' });
  await tab().close();
  server.faults.set(
    '/v1/hello',
    Array.from({ length: 5000 }, () => 'reset' as const),
  );
  browser.clockOff = -Date.now();
  tabs = [await openTab(browser, server)];
  expect(await tab().device.journal.recordNumbered('A', ticket)).toMatchObject({ number: 'A502' });
  expect(tab().device.troubles.value.map(({ code }) => code)).toContain('clock-wrong');
});

test('S14: a disk wiped and paired anew is said to staff and written into the journal, once', async () => {
  await open();
  await tab().device.journal.record(TROUBLE);
  await until(() => tab().device.journal.unsent.value === 0);
  await tab().close();
  globalThis.indexedDB = new IDBFactory();
  server.codes.set('ZZZZ0000ZZZZ', '');
  expect(await pairDevice('ZZZZ0000ZZZZ', browser.tab(server.url))).toMatchObject({ is: 'paired' });
  tabs = [await openTab(browser, server)];
  expect(tab().device.troubles.value.map(({ code }) => code)).toEqual(['storage-wiped']);
  const wiped = () =>
    server.data.entries.filter(({ fact }) => fact.kind === 'device-trouble' && fact.code === 'storage-wiped');
  await until(() => wiped().length === 1);
  await tab().close();
  tabs = [await openTab(browser, server)];
  await connected();
  expect(tab().device.troubles.value).toEqual([]);
  expect(wiped()).toHaveLength(1);
});
