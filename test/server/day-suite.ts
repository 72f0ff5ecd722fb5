import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entries } from '#contract/journal.ts';
import type { Entry } from '#domain/event.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import { ticketTaken } from './facts.ts';
import { openStream } from './open-stream.ts';
import { type ServerUnderTest, startTestServer } from './running-server.ts';
import { pairedDevice, type TestDevice } from './test-device.ts';

/** A morning in the lobby over real HTTP: ticket, call, board, finish, rating. */
export function daySuite(name: string, databaseUrl: () => Promise<string | undefined>): void {
  describe(`a day in the branch on ${name}`, () => {
    let under: ServerUnderTest;
    let kiosk: TestDevice;
    let console1: TestDevice;
    let console2: TestDevice;
    let board: TestDevice;
    let pad: TestDevice;

    beforeAll(async () => {
      const url = await databaseUrl();
      under = await startTestServer(url === undefined ? {} : { databaseUrl: url });
      kiosk = await pairedDevice(under, 'kiosk-1');
      console1 = await pairedDevice(under, 'counter-1');
      console2 = await pairedDevice(under, 'counter-2');
      board = await pairedDevice(under, 'board-1');
      pad = await pairedDevice(under, 'pad-1');
      for (const device of [kiosk, console1, console2, board, pad]) await device.hello();
    });
    afterAll(async () => await under.stop());

    const takeTicket = async (ticketId: string): Promise<string> => {
      const outcome = await kiosk.ask({ kind: 'number-ticket', ticketId, service: 'cash' });
      const number = outcome.is === 'numbered' ? outcome.number : '';
      await kiosk.record(ticketTaken(ticketId, number));
      return number;
    };
    const entriesFor = async (device: TestDevice): Promise<readonly Entry[]> =>
      ((await (await device.call('GET', '/v1/entries?from=0&wait=0')).json()) as Entries).entries as Entry[];

    it('hands a device its configuration, its branch and no secret', async () => {
      const answer = await kiosk.hello();
      expect(answer).toMatchObject({ mark: 'ginkgo/1', stream: 'known', maxBatch: 100, minProto: 1 });
      expect(answer.config).toMatchObject({ demo: true, device: { id: 'kiosk-1', role: 'kiosk' } });
      expect(JSON.stringify(answer.config)).not.toMatch(/initialPin|2468/);
      const version = (answer.config as { version: string }).version;
      expect((await kiosk.hello({ configVersion: version })).config).toBeNull();
      expect((await board.hello()).leases).toEqual([]);
    });

    it('serves a visitor from ticket to rating', async () => {
      const stream = await openStream(under, board);
      expect(await takeTicket('t-1')).toBe('A001');
      expect(await console1.ask({ kind: 'call-next' })).toEqual({ is: 'refused', code: 'not-signed-in' });
      expect(await console1.ask({ kind: 'sign-in', teller: '1001', pin: '9999' })).toEqual({
        is: 'refused',
        code: 'wrong-pin',
      });
      expect(await console1.ask({ kind: 'sign-in', teller: '1001', pin: '2468' })).toMatchObject({
        is: 'done',
      });
      expect(await console1.ask({ kind: 'open-counter' })).toMatchObject({ is: 'done' });
      expect(await console1.ask({ kind: 'call-next' })).toMatchObject({ is: 'done' });
      const called = await stream.next((entry) => entry.fact.kind === 'ticket-called');
      expect(called.fact).toMatchObject({ ticketId: 't-1', counter: '1', teller: '1001' });
      expect(await console1.ask({ kind: 'finish' })).toMatchObject({ is: 'done' });
      const finished = await stream.next((entry) => entry.fact.kind === 'ticket-finished');
      const invitationId = finished.fact.kind === 'ticket-finished' ? finished.fact.invitationId : '';
      const rated = await pad.record(
        { kind: 'rating-invited', invitationId, counter: '1', teller: '1001' },
        {
          kind: 'rating-given',
          invitationId,
          counter: '1',
          teller: '1001',
          level: 'VD1',
          scale: 'national-5',
          dictionary: 1,
          answeredMs: 2000,
          tappedAtMm: null,
          replaces: null,
        },
      );
      expect(rated).toMatchObject({ end: { is: 'done' }, quarantined: [] });
      const seen = await stream.next((entry) => entry.fact.kind === 'rating-received');
      expect(JSON.stringify(seen)).not.toContain('VD1');
      stream.close();
      for (const device of [kiosk, console1, board]) {
        expect(JSON.stringify(await entriesFor(device))).not.toContain('VD1');
      }
    });

    it('never gives one visitor to two tellers', async () => {
      expect(await console2.ask({ kind: 'sign-in', teller: '1002', pin: '2468' })).toMatchObject({
        is: 'done',
      });
      await console2.ask({ kind: 'open-counter' });
      for (const ticketId of ['t-2', 't-3']) await takeTicket(ticketId);
      await Promise.all([console1.ask({ kind: 'call-next' }), console2.ask({ kind: 'call-next' })]);
      const calls = (await entriesFor(board)).flatMap(({ fact }) =>
        fact.kind === 'ticket-called' ? [fact.ticketId] : [],
      );
      expect(calls.slice(-2).toSorted()).toEqual(['t-2', 't-3']);
    });

    it('answers a repeated request as it did before and does nothing twice', async () => {
      await console1.ask({ kind: 'finish' });
      await takeTicket('t-4');
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => console1.ask({ kind: 'call-next' }, 'one-tap')),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      const calls = (await entriesFor(board)).filter(({ fact }) => fact.kind === 'ticket-called');
      expect(
        calls.filter(({ fact }) => fact.kind === 'ticket-called' && fact.ticketId === 't-4'),
      ).toHaveLength(1);
    });

    it('makes one number of ten taps', async () => {
      const taps = await Promise.all(
        Array.from({ length: 10 }, () =>
          kiosk.ask({ kind: 'number-ticket', ticketId: 'ten', service: 'cash' }),
        ),
      );
      expect(new Set(taps.map((answer) => JSON.stringify(answer))).size).toBe(1);
    });

    it('keeps what a device may not say aside, and what it may not ask away', async () => {
      const kept = await pad.record(ticketTaken('forged'));
      expect(kept.quarantined).toMatchObject([{ code: 'not-your-role' }]);
      expect(await console1.ask({ kind: 'number-ticket', ticketId: 'x', service: 'cash' })).toEqual({
        is: 'refused',
        code: 'not-your-role',
      });
      expect((await pad.call('POST', '/v1/requests', {})).status).toBe(403);
      expect(
        (
          await console1.record({
            kind: 'ticket-called',
            counter: '1',
            teller: '1001',
            ticketId: 't',
            passed: [],
          })
        ).quarantined,
      ).toHaveLength(1);
    });

    it('gives the folded day to a device that starts empty, the same that its entries fold to', async () => {
      const answer = (await (await board.call('GET', '/v1/snapshot')).json()) as { day: BranchDay };
      expect(Object.keys(answer.day.tickets)).toEqual(expect.arrayContaining(['t-1', 't-2', 't-3', 't-4']));
      expect(answer.day.position).toBe((await entriesFor(board)).at(-1)?.position);
    });

    it('goes on with a stream where it was cut, and wakes a long poll', async () => {
      const before = (await entriesFor(board)).at(-1)?.position ?? 0;
      const waiting = board.call('GET', `/v1/entries?from=${before}`);
      await kiosk.record(ticketTaken('t-5', 'A900'), ticketTaken('t-6', 'A901'));
      const polled = (await (await waiting).json()) as Entries;
      expect(polled.entries).toMatchObject([{ position: before + 1 }, { position: before + 2 }]);
      const stream = await openStream(under, board, before + 1);
      expect((await stream.next(() => true)).position).toBe(before + 2);
      stream.close();
    });

    it('has no PIN, no code and no person in what it logged', async () => {
      expect(under.logged.join('\n')).not.toMatch(/2468|9999|李静|#pair=/);
    });
  });
}
