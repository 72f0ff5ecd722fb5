import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDeviceStore, putMeta } from '#platform/sync/device-store.ts';
import { rescueExport } from '#platform/sync/rescue-export.ts';

const note = (text: string) => ({ text });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function filledStore() {
  const store = openDeviceStore('dying');
  await store.write(async (writing) => {
    await putMeta(writing, 'leases', [{ id: 'b', day: '2026-11-22', letter: 'A', next: 501, to: 550 }]);
    await writing.objectStore('notebook').put(note('one'), 'one');
    await writing.objectStore('notebook').put(note('two'), 'two');
  });
  return store;
}

test('S13: a disk in order is given whole', async () => {
  const { is, text } = await rescueExport(await filledStore());
  expect(is).toBe('whole');
  expect(JSON.parse(text)).toMatchObject({
    leases: [{ next: 501 }],
    notebook: [{ text: 'one' }, { text: 'two' }],
    missing: [],
  });
});

test('S13: of a dying disk every row that can be read is given, and what is missing is named', async () => {
  const store = await filledStore();
  const rot = () => {
    throw new DOMException('bad sector', 'UnknownError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(rot);
  const get = IDBObjectStore.prototype.get;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    return key === 'one' ? rot() : get.call(this, key);
  });
  const { is, text } = await rescueExport(store);
  expect(is).toBe('partial');
  expect(JSON.parse(text)).toMatchObject({ notebook: [{ text: 'two' }], missing: ['notebook/one'] });
});

test('S13: a disk that gives nothing is never said to be saved whole', async () => {
  const store = await filledStore();
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('gone', 'UnknownError');
  });
  const { is, text } = await rescueExport(store);
  expect(is).toBe('partial');
  expect(JSON.parse(text).missing).toEqual([
    'identity',
    'cursor',
    'leases',
    'quarantine',
    'notebook',
    'outbox',
  ]);
});
