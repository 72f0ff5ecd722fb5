import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Fact } from '#domain/event.ts';
import { openTab, pairedTabs, type SyncTab } from '#test/doubles/sync-device.ts';
import { type SyncBrowser, syncBrowser } from '#test/doubles/sync-machine.ts';
import { type SyncFault, type SyncServer, syncServer } from '#test/doubles/sync-server.ts';

const TROUBLE: Fact = { kind: 'device-trouble', code: 'out-of-paper' };
const POISON: Fact = { kind: 'ticket-printed', ticketId: 't', outcome: 'printed' };
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
const drained = (index = 0) => until(() => tab(index).device.journal.unsent.value === 0);
const kinds = () => server.data.entries.map(({ fact }) => fact.kind);
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

test('S1 S2: whatever happens to requests and answers, every fact arrives once and in order', async () => {
  await open();
  const fault = fc.constantFrom<SyncFault>('portal', 'lost', 'reset', 'busy', 'half');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { maxLength: 4 }),
      fc.integer({ min: 1, max: 5 }),
      async (faults, count) => {
        const before = server.data.entries.length;
        server.faults.set('/v1/journal', [...faults]);
        const facts = Array.from({ length: count }, () => TROUBLE);
        const recorded = await Promise.all(facts.map((fact) => tab().device.journal.record(fact)));
        await drained();
        const ids = recorded.flatMap((one) => (one.is === 'written' ? one.ids : []));
        expect(server.data.entries.slice(before).map(({ id }) => id)).toEqual(ids);
      },
    ),
    { numRuns: 15 },
  );
});

test('S2: a captive portal at hello leaves the line cut and everything kept', async () => {
  server.faults.set(
    '/v1/hello',
    Array.from({ length: 20 }, () => 'portal' as const),
  );
  await open();
  await tab().device.journal.record(TROUBLE);
  await until(() => (server.faults.get('/v1/hello')?.length ?? 0) < 15);
  expect(tab().device.connection.value.is).toBe('cut');
  expect(tab().device.journal.unsent.value).toBe(1);
  await drained();
  expect(kinds()).toEqual(['device-trouble']);
});

test('S3: what was recorded weeks ago by a clock far ahead is sent like any other fact', async () => {
  browser.clockOff = -40 * 86_400_000;
  server.faults.set('/v1/hello', ['reset', 'reset']);
  await open();
  await tab().device.journal.record(TROUBLE);
  browser.clockOff = 0;
  await drained();
  expect(kinds()).toContain('device-trouble');
});

test('S8 S9: a server put back to an old backup is made whole by its device', async () => {
  await open();
  await tab().device.journal.record(TROUBLE, TROUBLE);
  await drained();
  const backup = structuredClone(server.data);
  await tab().device.journal.recordNumbered('A', ticket);
  await drained();
  await tab().close();
  server.data = { ...backup, epoch: 'e1', nextNumber: 2000 };
  tabs = [await openTab(browser, server)];
  await until(() => server.data.entries.length === 3);
  await until(() => Object.keys(tab().device.journal.day.value.tickets).length === 1);
  expect(kinds()).toEqual(['device-trouble', 'device-trouble', 'ticket-taken']);
});

test('S10: an unusable fact is set aside and the ones behind it arrive', async () => {
  await open();
  await tab().device.journal.record(TROUBLE, POISON, TROUBLE);
  await drained();
  expect(kinds()).toEqual(['device-trouble', 'device-trouble']);
  await until(() =>
    tab().device.troubles.value.some(({ code, count }) => code === 'set-aside' && count === 1),
  );
  const { is, text } = await tab().device.rescueExport();
  expect([is, JSON.parse(text).quarantine]).toMatchObject(['whole', [{ code: 'poison', seq: 2 }]]);
});

test('S12: a crash between two tickets never gives one number twice', async () => {
  await open();
  await connected();
  const first = await tab().device.journal.recordNumbered('A', ticket);
  await tab().close();
  tabs = [await openTab(browser, server)];
  const second = await tab().device.journal.recordNumbered('A', ticket);
  expect([first, second]).toEqual([
    { is: 'written', number: 'A501' },
    { is: 'written', number: 'A502' },
  ]);
});

test('S14: a disk set back to an older image starts a new stream and loses nothing', async () => {
  await open();
  await tab().device.journal.record(TROUBLE);
  await drained();
  const stream = Object.keys(server.data.streams)[0] ?? '';
  // What the server has under the next number came from the same disk, in another life.
  server.data.streams[stream] = {
    upTo: 2,
    ids: [...(server.data.streams[stream]?.ids ?? []), 'of-the-twin'],
  };
  await tab().device.journal.record(ticket('A777'));
  await until(() => kinds().includes('ticket-taken'));
  await until(() => tab().device.troubles.value.some(({ code }) => code === 'cloned'));
  await drained();
  expect(new Set(server.data.entries.map(({ id }) => id)).size).toBe(server.data.entries.length);
});

test('S18: two tabs write at once, each number once, and both see all of it', async () => {
  await open(2);
  await connected(0);
  await connected(1);
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, index) => tab(index % 2).device.journal.recordNumbered('A', ticket)),
  );
  const numbers = all.map((one) => (one.is === 'written' ? one.number : one.is));
  expect(new Set(numbers).size).toBe(20);
  await drained(0);
  await drained(1);
  expect(server.data.entries).toHaveLength(20);
  for (const one of tabs) {
    await until(() => Object.keys(one.device.journal.day.value.tickets).length === 20);
  }
});

test('the second tab takes the line when the first one closes', async () => {
  await open(2);
  await connected(1);
  await tab(0).close();
  await tab(1).device.journal.record(TROUBLE);
  await until(() => server.data.entries.length === 1);
  tabs = [tab(1)];
});

test('what happens elsewhere is pushed, and polled for when pushes are swallowed', async () => {
  server.faults.set('/v1/stream', ['silent-stream', 'silent-stream']);
  await open();
  await connected();
  await until(() => server.requests.includes('/v1/entries'));
  server.append(ticket('A001'));
  await until(() => Object.keys(tab().device.journal.day.value.tickets).length === 1);
});

test('own facts show at once, once, and in the place the server gives them', async () => {
  server.faults.set(
    '/v1/journal',
    Array.from({ length: 3 }, () => 'lost' as const),
  );
  await open();
  await connected();
  await tab().device.journal.record(ticket('A900'));
  expect(Object.values(tab().device.journal.day.value.tickets)).toHaveLength(1);
  server.append(ticket('A901'));
  await drained();
  await until(() => Object.values(tab().device.journal.day.value.tickets).length === 2);
});

test('S1: a fault in our own code counts as a cut line and is tried again, never the end of it', async () => {
  browser.diskFaults = 2;
  await open();
  await tab().device.journal.record(TROUBLE);
  await drained();
  expect(kinds()).toEqual(['device-trouble']);
});

test('S1: a line of a known kind and an odd shape is passed over, pushed or polled', async () => {
  server.faults.set('/v1/stream', ['silent-stream', 'silent-stream']);
  await open();
  await connected();
  await until(() => server.requests.includes('/v1/entries'));
  server.append({ kind: 'ticket-taken' } as Fact);
  server.append({ kind: 'ticket-called', counter: null } as unknown as Fact);
  server.append(ticket('A001'));
  await until(() => tab().device.journal.day.value.tickets['ticket-A001'] !== undefined);
  server.faults.set('/v1/journal', ['reset']);
  await tab().device.journal.record(TROUBLE);
  await drained();
});
