import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDeviceStore, putMeta, readMeta, type Writing } from '#platform/sync/device-store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const note = (writing: Writing) => writing.objectStore('notebook').put('text', 'note');
const read = async (store: ReturnType<typeof openDeviceStore>) => {
  const found = await store.read((reading) => reading.objectStore('notebook').get('note'));
  return found.ok ? found.value : found.refusal;
};

test('every write asks for the disk, not for its promise', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await openDeviceStore('strict').write(note);
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.map(([, , options]) => options)).toEqual([{ durability: 'strict' }]);
});

test('a full disk shows up at commit: nothing is written, nothing is promised, nothing is tried again', async () => {
  const store = openDeviceStore('full');
  const refusals: string[] = [];
  store.onRefusal((refusal) => refusals.push(refusal));
  let runs = 0;
  const written = await store.write(async (writing) => {
    runs += 1;
    await note(writing);
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(written).toEqual({ ok: false, refusal: 'storage-full' });
  expect([runs, refusals, await read(store)]).toEqual([1, ['storage-full'], undefined]);
});

test('a handle that died is dropped and the write runs again on a new one', async () => {
  const store = openDeviceStore('reopened');
  let runs = 0;
  const written = await store.write(async (writing) => {
    runs += 1;
    if (runs < 3) throw new DOMException('closing', 'InvalidStateError');
    await note(writing);
  });
  expect([written.ok, runs, await read(store)]).toEqual([true, 3, 'text']);
});

test('a disk that fails three times is said to be broken, also to who listens later', async () => {
  const store = openDeviceStore('broken');
  const written = await store.write(() => Promise.reject(new DOMException('seek', 'UnknownError')));
  expect(written).toEqual({ ok: false, refusal: 'storage-broken' });
  const refusals: string[] = [];
  store.onRefusal((refusal) => refusals.push(refusal));
  expect(refusals).toEqual(['storage-broken']);
});

test('a bug in the work stays an exception and leaves nothing behind', async () => {
  const store = openDeviceStore('bug');
  const work = async (writing: Writing) => {
    await note(writing);
    throw new TypeError('bug');
  };
  await expect(store.write(work)).rejects.toThrow('bug');
  expect(await read(store)).toBeUndefined();
});

test('a key that cannot be read out survives on the disk', async () => {
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ]);
  const store = openDeviceStore('key');
  await store.write((writing) => putMeta(writing, 'identity', { device: 'd', role: 'pad', key: privateKey }));
  const kept = await store.read((reading) => readMeta(reading, 'identity'));
  expect(kept.ok && kept.value?.key.extractable).toBe(false);
});
