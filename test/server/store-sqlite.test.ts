import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { refuse } from '#domain/result.ts';
import { copyDatabase } from '#server/store/copy-database.ts';
import type { EventStore } from '#server/store/event-store.ts';
import { openSqlite } from '#server/store/open-sqlite.ts';
import { accessSuite } from './access-suite.ts';
import { batchOf, NOON } from './facts.ts';
import { journalSuite } from './journal-suite.ts';
import type { OpenStore } from './store-under-test.ts';

async function openAt(folder: string, now: () => number): Promise<EventStore> {
  const opened = await openSqlite({ folder, now, copy: async (from, to) => copyDatabase(from, to) });
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value;
}

const openFresh: OpenStore = async (clock) => {
  const folder = mkdtempSync(join(tmpdir(), 'ginkgo-sqlite-'));
  let store = await openAt(folder, clock.now);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openAt(folder, clock.now);
      return store;
    },
    end: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
journalSuite('SQLite', openFresh);
accessSuite('SQLite', openFresh);

describe('embedded database', () => {
  const lines = [{ branch: 'demo', letters: ['A'], timeZone: 'Asia/Shanghai' }];
  const now = () => NOON;
  async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'ginkgo-sqlite-'));
    await test(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
  }
  async function start(folder: string): Promise<EventStore> {
    const store = await openAt(folder, now);
    await store.ensureBranches(lines);
    return store;
  }
  const accept = async (store: EventStore, ids: readonly string[], from = 1) =>
    await store.acceptBatch({
      branch: 'demo',
      timeZone: 'Asia/Shanghai',
      device: 'kiosk-1',
      batch: batchOf({ ids, from, epoch: (await store.heads())[0]?.epoch ?? '' }),
      receivedAt: NOON,
      check: () => null,
    });
  const numberOf = (store: EventStore, ticketId: string) =>
    store.inBranch('demo', (tx) =>
      tx.grantNumber({ ticketId, letter: 'A', day: '2026-11-23', device: 'kiosk-1', now: NOON }),
    );

  it('lets one process into its folder and names the one that is there', () =>
    inFolder(async (folder) => {
      const store = await start(folder);
      const second = await openSqlite({ folder, now, copy: async (from, to) => copyDatabase(from, to) });
      expect(second).toMatchObject({ ok: false });
      expect(second.ok ? '' : second.refusal).toContain(`process ${process.pid}`);
      await store.close();
      await (await start(folder)).close();
    }));

  it('backs up when something changed, verified, and then calls it safe', () =>
    inFolder(async (folder) => {
      const store = await start(folder);
      await accept(store, ['a', 'b']);
      const backup = await store.backup();
      expect(backup).toMatchObject({ is: 'verified' });
      expect(await store.backup()).toEqual({ is: 'unchanged' });
      expect(await accept(store, ['c'], 3)).toMatchObject({ safe: 2, upTo: 3 });
      await store.close();
    }));

  it('keeps what the device’s own clocks said beside the time it made of them', () =>
    inFolder(async (folder) => {
      const store = await start(folder);
      await accept(store, ['a']);
      await store.close();
      const database = new Database(join(folder, 'ginkgo.sqlite'));
      const kept = database.prepare('select wall, mono, boot, clock_offset from entry').all();
      database.close();
      expect(kept).toEqual([{ wall: NOON - 1000, mono: 99_000, boot: 'b1', clock_offset: 0 }]);
    }));

  it('tries a failed backup again though nothing has changed since, in the folder it was given', () =>
    inFolder(async (folder) => {
      const backups = join(folder, 'elsewhere');
      let broken = true;
      const opened = await openSqlite({
        folder,
        backups,
        now,
        copy: async (from, to) => (broken ? refuse('the disk is full') : copyDatabase(from, to)),
      });
      if (!opened.ok) throw new Error(opened.refusal);
      const store = opened.value;
      await store.ensureBranches(lines);
      await accept(store, ['a', 'b']);
      expect(await store.backup()).toEqual({ is: 'failed', reason: 'the disk is full' });
      broken = false;
      const backup = await store.backup();
      expect(backup.is === 'verified' ? dirname(backup.file) : backup).toBe(backups);
      expect(await store.backup()).toEqual({ is: 'unchanged' });
      await store.close();
    }));

  it('knows its own backup when it is put back: new epoch, numbers far above', () =>
    inFolder(async (folder) => {
      const store = await start(folder);
      await store.checkRestored();
      await accept(store, ['a']);
      await numberOf(store, 'before');
      const backup = await store.backup();
      const given = [await numberOf(store, 'lost-1'), await numberOf(store, 'lost-2')];
      const epoch = (await store.heads())[0]?.epoch;
      await store.close();
      const restarted = await start(folder);
      await restarted.checkRestored();
      await restarted.close();

      for (const tail of ['', '-wal', '-shm']) rmSync(join(folder, `ginkgo.sqlite${tail}`), { force: true });
      cpSync(backup.is === 'verified' ? backup.file : '', join(folder, 'ginkgo.sqlite'));
      const restored = await start(folder);
      expect(await restored.checkRestored()).toBe(true);
      expect((await restored.heads())[0]?.epoch).not.toBe(epoch);
      const number = (await numberOf(restored, 'new')) ?? '';
      expect(given).toEqual(['A002', 'A003']);
      expect(Number(number.slice(1))).toBeGreaterThan(500);
      expect(await numberOf(restored, 'before')).toBe('A001');
      await restored.close();
    }));
});
