import { describe, expect, it } from 'vitest';
import { batchOf, NOON, ticketTaken } from './facts.ts';
import { LINES, type OpenStore, storeUnderTest, TODAY } from './store-under-test.ts';

/** What every store must do with facts and requests, whatever database is under it. */
export function journalSuite(name: string, open: OpenStore): void {
  describe(`journal on ${name}`, () => {
    const lobby = storeUnderTest(open);
    const { accept, hello, grant } = lobby;

    it('gives facts gapless positions in the order they came and moves the high-water mark with them', async () => {
      const first = await accept({ ids: ['a', 'b', 'c'] });
      expect(first).toMatchObject({ end: { is: 'done' }, upTo: 3, safe: 0, quarantined: [] });
      const second = await accept({ ids: ['d'], stream: 's2' }, 'kiosk-2');
      expect(second.upTo).toBe(1);
      const entries = await lobby.store().entriesAfter('demo', 0, 100);
      expect(entries.map(({ position, id }) => [position, id])).toEqual([
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
        [4, 'd'],
      ]);
      expect(entries[0]).toMatchObject({
        device: 'kiosk-1',
        day: TODAY,
        at: NOON - 3000,
        fact: ticketTaken('t-a'),
      });
      expect(await lobby.store().heads()).toMatchObject([{ branch: 'demo', position: 4 }]);
    });

    it('stores a batch that comes twice once', async () => {
      await accept({ ids: ['a', 'b'] });
      expect(await accept({ ids: ['a', 'b'] })).toMatchObject({ end: { is: 'done' }, upTo: 2, appended: [] });
      expect(await lobby.store().entriesAfter('demo', 0, 100)).toHaveLength(2);
    });

    it('asks for what is missing when a stream has a hole', async () => {
      await accept({ ids: ['a'] });
      expect(await accept({ ids: ['d'], from: 4 })).toMatchObject({ end: { is: 'expect', seq: 2 }, upTo: 1 });
    });

    it('finds a cloned disk when a number holds another fact', async () => {
      await accept({ ids: ['a', 'b'] });
      expect(await accept({ ids: ['x'], from: 2 })).toMatchObject({ end: { is: 'fork', seq: 2 } });
      expect(await hello({ upTo: 2, lastId: 'x' })).toMatchObject({ stream: 'fork' });
      expect(await hello({ upTo: 2, lastId: 'b' })).toMatchObject({
        stream: 'known',
        upTo: 2,
        restored: false,
      });
    });

    it('takes a fact that comes again in a new stream for the same fact', async () => {
      await accept({ ids: ['a', 'b'] });
      const again = await accept({ ids: ['a', 'b', 'c'], stream: 'new' });
      expect(again).toMatchObject({ end: { is: 'done' }, upTo: 3 });
      expect(again.appended.map(({ id }) => id)).toEqual(['c']);
      expect(await accept({ ids: ['z'], from: 1, stream: 'new' })).toMatchObject({ end: { is: 'fork' } });
    });

    it('keeps a poison fact aside, and it holds nothing up', async () => {
      const outcome = await accept({
        ids: ['a', 'p', 'c'],
        facts: [ticketTaken('1'), { kind: 'poison' }, ticketTaken('2')],
      });
      expect(outcome).toMatchObject({
        end: { is: 'done' },
        upTo: 3,
        quarantined: [{ id: 'p', seq: 2, code: 'malformed', field: 'kind' }],
      });
      expect((await lobby.store().entriesAfter('demo', 0, 9)).map(({ id }) => id)).toEqual(['a', 'c']);
      expect(await lobby.store().quarantine()).toMatchObject([
        { factId: 'p', seq: 2, raw: { fact: { kind: 'poison' } } },
      ]);
      expect(await accept({ ids: ['a', 'p', 'c'] })).toMatchObject({
        end: { is: 'done' },
        quarantined: [{ id: 'p', seq: 2, code: 'malformed', field: 'kind' }],
      });
      expect((await lobby.store().condition()).quarantined).toBe(1);
    });

    it('stores nothing from a device of another lobby.epoch() before its hello', async () => {
      expect(await accept({ ids: ['a'], epoch: 'other' })).toMatchObject({
        end: { is: 'say-hello' },
        upTo: 0,
      });
      expect(await lobby.store().entriesAfter('demo', 0, 9)).toEqual([]);
    });

    it('starts a new lobby.epoch() when a device is ahead, and another hello finds it settled', async () => {
      await accept({ ids: ['a'] });
      const ahead = await hello({ upTo: 7, lastId: 'q' });
      expect(ahead).toMatchObject({ stream: 'known', upTo: 1, restored: true });
      expect(ahead.epoch).not.toBe(lobby.epoch());
      const settled = await hello({
        epoch: ahead.epoch,
        journalEpoch: ahead.epoch,
        upTo: 1,
        lastId: 'a',
        position: 1,
      });
      expect(settled).toMatchObject({ restored: false, epoch: ahead.epoch });
      const other = await hello({ position: 400, stream: 's9' }, 'board-1');
      expect(other).toMatchObject({ restored: false, epoch: ahead.epoch });
    });

    it('corrects a clock that is three days wrong, and counts the fact to the day it happened', async () => {
      const wrong = NOON - 3 * 86_400_000;
      const { appended } = await accept({ ids: ['a', 'b'], wall: wrong });
      expect(appended.map(({ at, day }) => [at, day])).toEqual([
        [NOON - 2000, TODAY],
        [NOON - 1000, TODAY],
      ]);
      const absurd = await accept({ ids: ['c'], from: 3, wall: -1e300, mono: 1e300 });
      expect(absurd.end).toEqual({ is: 'done' });
      expect(absurd.appended[0]?.at).toBeGreaterThanOrEqual(0);
    });

    it('S19: puts a visitor in today’s line though the kiosk rebooted with a clock of 1970 while cut off', async () => {
      await accept({ ids: ['a'] });
      lobby.clock().advance(3_600_000);
      const rebooted = { from: 2, wall: 120_000, boot: 'b2' };
      const sent = batchOf({ epoch: lobby.epoch(), ids: ['b', 'c'], ...rebooted });
      const { appended } = await lobby.store().acceptBatch({
        branch: 'demo',
        timeZone: 'Asia/Shanghai',
        device: 'kiosk-1',
        batch: { ...sent, wall: lobby.clock().now(), boot: 'b3' },
        receivedAt: lobby.clock().now(),
        check: () => null,
      });
      expect(appended.map(({ day }) => day)).toEqual([TODAY, TODAY]);
      expect(appended[0]?.at).toBe(NOON - 1000);
    });

    it('tells listeners of a commit once, after it is durable', async () => {
      const heard: string[] = [];
      lobby.store().onCommit((branch, entries) => heard.push(`${branch} ${entries.map(({ id }) => id)}`));
      await accept({ ids: ['a', 'b'] });
      await accept({ ids: ['a', 'b'] });
      expect(heard).toEqual(['demo a,b']);
    });

    it('writes what a request decided, and its answer, together or not at all', async () => {
      const decided = {
        id: 'f1',
        device: 'counter-1',
        at: NOON,
        day: TODAY,
        fact: { kind: 'counter-opened', counter: '1', teller: '1001' } as const,
      };
      const answer = { device: 'counter-1', requestId: 'r1', answer: '{}', now: NOON };
      await expect(
        lobby.store().inBranch('demo', async (tx) => {
          await tx.append([decided]);
          await tx.keepAnswer(answer);
          throw new Error('pulled the plug');
        }),
      ).rejects.toThrow('pulled the plug');
      expect((await lobby.store().heads())[0]?.position).toBe(0);
      expect(await lobby.store().inBranch('demo', (tx) => tx.answerFor('counter-1', 'r1'))).toBeNull();
      await lobby.store().inBranch('demo', async (tx) => {
        await tx.append([decided]);
        await tx.keepAnswer(answer);
      });
      expect((await lobby.store().heads())[0]?.position).toBe(1);
      expect(await lobby.store().inBranch('demo', (tx) => tx.answerFor('counter-1', 'r1'))).toBe('{}');
      expect(await lobby.store().inBranch('demo', (tx) => tx.answerFor('counter-2', 'r1'))).toBeNull();
    });

    it('decides requests of one branch one after the other', async () => {
      const seen = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          lobby.store().inBranch('demo', async (tx) => {
            const fact = { kind: 'counter-opened', counter: String(index), teller: '1' } as const;
            const [entry] = await tx.append([{ id: `f${index}`, device: 'd', at: NOON, day: TODAY, fact }]);
            return [tx.head.position, entry?.position];
          }),
        ),
      );
      expect(seen.map(([before = 0, after = 0]) => after - before)).toEqual(seen.map(() => 1));
      expect(seen.map(([, after]) => after).sort((a = 0, b = 0) => a - b)).toEqual(
        seen.map((_, index) => index + 1),
      );
    });

    it('calls facts safe when the backup that began after them is verified', async () => {
      await accept({ ids: ['a', 'b'] });
      const mark = await lobby.store().markBackup();
      await accept({ ids: ['c'], from: 3 });
      expect(await lobby.store().noteBackupVerified('another', NOON)).toBe(false);
      expect(await hello({ upTo: 3, lastId: 'c' })).toMatchObject({ safe: 0 });
      expect(await lobby.store().noteBackupVerified(mark, NOON)).toBe(true);
      expect(await hello({ upTo: 3, lastId: 'c' })).toMatchObject({ safe: 2 });
      expect((await lobby.store().condition()).backupAt).toBe(NOON);
      expect(await lobby.store().noteBackupVerified(mark, NOON)).toBe(false);
    });

    it('forgets old answers and numbers, never the journal', async () => {
      await accept({ ids: ['a'] });
      await grant('old');
      await lobby.store().tidy(NOON + 60 * 86_400_000);
      expect(await lobby.store().entriesAfter('demo', 0, 9)).toHaveLength(1);
      expect(await grant('old')).toBe('A001');
    });

    it('has everything after a restart', async () => {
      await accept({ ids: ['a', 'b'] });
      await lobby.reopen();
      await lobby.store().ensureBranches(LINES);
      expect(await lobby.store().checkRestored()).toBe(false);
      expect(await lobby.store().entriesAfter('demo', 0, 9)).toHaveLength(2);
      expect(await hello({ upTo: 2, lastId: 'b', position: 2 })).toMatchObject({
        restored: false,
        epoch: lobby.epoch(),
        head: 2,
      });
    });
  });
}
