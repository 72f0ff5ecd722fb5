import { expect, it } from 'vitest';
import type { EventStore } from '#server/store/event-store.ts';
import { openPostgres } from '#server/store/open-postgres.ts';
import { createServerClock } from '#test/doubles/server-clock.ts';
import { accessSuite } from './access-suite.ts';
import { batchOf, NOON } from './facts.ts';
import { journalSuite } from './journal-suite.ts';
import type { OpenStore } from './store-under-test.ts';
import { describeWithPostgres } from './with-postgres.ts';

async function openAt(url: string, now: () => number): Promise<EventStore> {
  const opened = await openPostgres({ url, now, onTrouble: () => undefined });
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value;
}

describeWithPostgres('PostgreSQL', (postgres) => {
  const openFresh: OpenStore = async (clock) => {
    const url = await postgres().createDatabase();
    let store = await openAt(url, clock.now);
    return {
      store,
      reopen: async () => {
        await store.close();
        store = await openAt(url, clock.now);
        return store;
      },
      end: () => store.close(),
    };
  };
  journalSuite('PostgreSQL', openFresh);
  accessSuite('PostgreSQL', openFresh);

  it('gives two processes on one database one order, one number each, one nonce', async () => {
    const clock = createServerClock(NOON);
    const url = await postgres().createDatabase();
    const stores = await Promise.all([openAt(url, clock.now), openAt(url, clock.now)]);
    for (const store of stores) {
      await store.ensureBranches([{ branch: 'demo', letters: ['A'], timeZone: 'Asia/Shanghai' }]);
    }
    const epoch = (await stores[0]?.heads())?.[0]?.epoch ?? '';
    const outcomes = await Promise.all(
      stores.flatMap((store, process) =>
        Array.from({ length: 20 }, async (_, index) => {
          const device = `kiosk-${process}-${index}`;
          const batch = batchOf({ ids: [`${device}-a`, `${device}-b`], epoch });
          const incoming = { branch: 'demo', timeZone: 'Asia/Shanghai', device, batch, receivedAt: NOON };
          await store.acceptBatch({ ...incoming, check: () => null });
          return await store.inBranch('demo', (tx) =>
            tx.grantNumber({ ticketId: device, letter: 'A', day: '2026-11-23', device, now: NOON }),
          );
        }),
      ),
    );
    expect(new Set(outcomes).size).toBe(40);
    const entries = await stores[1]?.entriesAfter('demo', 0, 1000);
    expect(entries?.map(({ position }) => position)).toEqual(
      Array.from({ length: 80 }, (_, index) => index + 1),
    );
    clock.advance(10);
    const nonces = await Promise.all(
      stores.map((store) => store.useNonce('d', 'the-same-nonce', clock.now())),
    );
    expect(nonces.toSorted()).toEqual(['fresh', 'replayed']);
    for (const store of stores) await store.close();
  });

  it('loses nothing it acknowledged when PostgreSQL is killed, and refuses signatures from before', {
    timeout: 120_000,
  }, async () => {
    const clock = createServerClock(NOON);
    const url = await postgres().createDatabase();
    const store = await openAt(url, clock.now);
    await store.ensureBranches([{ branch: 'demo', letters: ['A'], timeZone: 'Asia/Shanghai' }]);
    const epoch = (await store.heads())[0]?.epoch ?? '';
    const batch = batchOf({ ids: ['a', 'b'], epoch });
    const incoming = {
      branch: 'demo',
      timeZone: 'Asia/Shanghai',
      device: 'kiosk-1',
      batch,
      receivedAt: NOON,
    };
    await store.acceptBatch({ ...incoming, check: () => null });
    clock.advance(10);
    expect(await store.useNonce('d', 'some-nonce', clock.now())).toBe('fresh');
    await postgres().restart();
    await store.heads().catch(() => undefined);
    expect(await store.entriesAfter('demo', 0, 9)).toHaveLength(2);
    clock.advance(10);
    expect(await store.useNonce('d', 'some-nonce', clock.now() - 10)).toBe('clock');
    expect(await store.useNonce('d', 'some-nonce', clock.now() + 1)).toBe('fresh');
    await store.close();
  });

  it('finds out that the cluster was restored or promoted', async () => {
    const url = await postgres().createDatabase();
    const store = await openAt(url, () => NOON);
    await store.ensureBranches([{ branch: 'demo', letters: ['A'], timeZone: 'Asia/Shanghai' }]);
    expect(await store.checkRestored()).toBe(false);
    const before = (await store.heads())[0]?.epoch;
    // What a promoted standby looks like from here: the same data, another history.
    await postgres().query(
      "update meta set value = '1/1' where name = 'cluster'",
      new URL(url).pathname.slice(1),
    );
    expect(await store.checkRestored()).toBe(true);
    expect(await store.checkRestored()).toBe(false);
    expect((await store.heads())[0]?.epoch).not.toBe(before);
    await store.close();
  });

  it('says what is wrong with an address that does not answer', async () => {
    const opened = await openPostgres({
      url: 'postgres://nobody@127.0.0.1:1/none',
      now: () => NOON,
      onTrouble: () => undefined,
    });
    expect(opened).toMatchObject({ ok: false });
    expect(opened.ok ? '' : opened.refusal).toContain('DATABASE_URL: no connection');
  });
});
