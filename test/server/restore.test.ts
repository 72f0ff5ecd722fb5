import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Lease } from '#domain/sync/protocol.ts';
import { copyDatabase } from '#server/store/copy-database.ts';
import type { EventStore } from '#server/store/event-store.ts';
import { openSqlite } from '#server/store/open-sqlite.ts';
import { batchOf, helloOf, NOON } from './facts.ts';

const TODAY = '2026-11-23';

describe('a database put back from an old backup, its whole folder with it', () => {
  it('is made whole again by the device that kept what was not yet safe, and no number comes twice', async () => {
    const root = mkdtempSync(join(tmpdir(), 'ginkgo-restore-'));
    const folder = join(root, 'data');
    let store = await openAt(folder);
    let epoch = (await hello(store, { seq: 0 })).epoch;
    const leases = (await hello(store, { epoch, journalEpoch: epoch })).leases;
    await accept(store, epoch, ['a', 'b']);
    const printed = [await grant(store, 'a'), await grant(store, 'b')];
    await store.close();
    cpSync(folder, join(root, 'backup'), { recursive: true });

    store = await openAt(folder);
    await accept(store, epoch, ['c', 'd', 'e'], 3);
    printed.push(await grant(store, 'c'), await grant(store, 'd'));
    const later = await hello(store, {
      epoch,
      journalEpoch: epoch,
      upTo: 5,
      lastId: 'e',
      leases: used(leases),
    });
    const blocks = later.leases.flatMap(numbersOf);
    await store.close();

    rmSync(folder, { recursive: true });
    cpSync(join(root, 'backup'), folder, { recursive: true });
    store = await openAt(folder);
    const held = { upTo: 5, lastId: 'e', position: 5, leases: [...used(leases), ...later.leases] };
    const greeted = await hello(store, {
      epoch,
      journalEpoch: epoch,
      ...held,
      seen: { day: TODAY, highest: ['A004'] },
    });
    expect(greeted).toMatchObject({ restored: true, stream: 'known', upTo: 2, head: 2, safe: 0 });
    epoch = greeted.epoch;
    const healed = await accept(store, epoch, ['c', 'd', 'e'], 3);
    expect(healed).toMatchObject({ end: { is: 'done' }, upTo: 5 });
    expect((await store.entriesAfter('demo', 0, 9)).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);

    const after = [await grant(store, 'f'), await grant(store, 'g')];
    const other = await hello(store, { epoch, journalEpoch: epoch, stream: 's2' }, 'kiosk-2');
    const all = [...printed, ...blocks, ...after, ...other.leases.flatMap(numbersOf)];
    expect(new Set(all).size).toBe(all.length);
    await store.close();
    rmSync(root, { recursive: true, force: true });
  });
});

async function openAt(folder: string): Promise<EventStore> {
  const opened = await openSqlite({
    folder,
    now: () => NOON,
    copy: async (from, to) => copyDatabase(from, to),
  });
  if (!opened.ok) throw new Error(opened.refusal);
  await opened.value.ensureBranches([{ branch: 'demo', letters: ['A'], timeZone: 'Asia/Shanghai' }]);
  await opened.value.checkRestored();
  return opened.value;
}

function hello(store: EventStore, parts: Parameters<typeof helloOf>[0], device = 'kiosk-1') {
  const said = { device, hello: helloOf(parts), today: TODAY, now: NOON };
  return store.sayHello({ branch: 'demo', letters: ['A'], leaseLetters: ['A'], ...said });
}

function accept(store: EventStore, epoch: string, ids: readonly string[], from = 1) {
  const batch = batchOf({ ids, from, epoch });
  const incoming = { branch: 'demo', timeZone: 'Asia/Shanghai', device: 'kiosk-1', batch, receivedAt: NOON };
  return store.acceptBatch({ ...incoming, check: () => null });
}

function grant(store: EventStore, ticketId: string) {
  return store.inBranch('demo', (transaction) =>
    transaction.grantNumber({ ticketId, letter: 'A', day: TODAY, device: 'kiosk-1', now: NOON }),
  );
}

function used(leases: readonly Lease[]): Lease[] {
  return leases.map((lease) => ({ ...lease, next: lease.to - 5 }));
}

function numbersOf({ day, next, to }: Lease): string[] {
  if (day !== TODAY) return [];
  return Array.from({ length: to - next + 1 }, (_, index) => `A${next + index}`);
}
