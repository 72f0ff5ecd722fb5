import { expect, type Page } from '@playwright/test';
import { journalOf } from './branch-ledger.ts';
import { test } from './lobby.ts';

const FACTS = 2_000;

/**
 * Puts a week's ratings on the disk of a pad whose server is away, in the form in which it would have written them one
 * by one; what is tried is everything after that: start, sending, acknowledgement, repetition.
 */
async function fillOutbox(pad: Page, count: number): Promise<string[]> {
  return await pad.evaluate(async (wanted) => {
    const name = (await indexedDB.databases())
      .map((each) => each.name ?? '')
      .find((each) => each.includes('pad-1'));
    const open = indexedDB.open(name ?? '');
    await new Promise((resolve, reject) => {
      open.onsuccess = resolve;
      open.onerror = reject;
    });
    const work = open.result.transaction(['outbox', 'meta'], 'readwrite', { durability: 'strict' });
    const done = new Promise((resolve, reject) => {
      work.oncomplete = resolve;
      work.onabort = reject;
    });
    const cursorRequest = work.objectStore('meta').get('cursor');
    const ids: string[] = [];
    cursorRequest.onsuccess = () => {
      const cursor = cursorRequest.result;
      for (let number = 1; number <= wanted; number += 1) {
        const id = crypto.randomUUID();
        ids.push(id);
        work.objectStore('outbox').put({
          id,
          seq: cursor.seq + number,
          wall: Date.now(),
          mono: performance.now(),
          boot: 'earlier-boot',
          at: Date.now(),
          day: '2026-11-21',
          fact: {
            kind: 'rating-invited',
            invitationId: `invitation-${number}`,
            counter: '1',
            teller: '1001',
          },
        });
      }
      work.objectStore('meta').put({ ...cursor, seq: cursor.seq + wanted }, 'cursor');
    };
    await done;
    open.result.close();
    return ids;
  }, count);
}

test('two thousand facts written offline drain exactly once, with the server killed on the way', async ({
  lobby,
}) => {
  test.setTimeout(180_000);
  const pad = await lobby.open('pad-1');
  await lobby.server.kill();
  await pad.goto('about:blank');
  await pad.goto(`${lobby.server.origin}/pad/`);
  const ids = await fillOutbox(pad, FACTS);
  await pad.reload();
  await lobby.server.start();
  await expect.poll(() => journalOf(lobby.server).length, { timeout: 30_000 }).toBeGreaterThan(300);
  await lobby.server.kill();
  await lobby.server.start();
  await expect.poll(() => journalOf(lobby.server).length, { timeout: 120_000 }).toBeGreaterThanOrEqual(FACTS);
  const stored = journalOf(lobby.server).map((line) => line.id);
  expect(new Set(stored).size).toBe(stored.length);
  expect(ids.filter((id) => !stored.includes(id))).toEqual([]);
});
