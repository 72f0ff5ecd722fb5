import { describe, expect, it } from 'vitest';
import { nextLeased } from '#domain/queue/next-leased.ts';
import type { Lease } from '#domain/sync/protocol.ts';
import { NOON } from './facts.ts';
import { type OpenStore, storeUnderTest, TODAY } from './store-under-test.ts';

/** Numbers, pairing, PINs and nonces on every store. */
export function accessSuite(name: string, open: OpenStore): void {
  describe(`numbers and access on ${name}`, () => {
    const lobby = storeUnderTest(open);
    const { hello, grant, clock } = lobby;

    it('gives one ticket one number, however often and from how many sides it is asked', async () => {
      const numbers = await Promise.all(Array.from({ length: 50 }, () => grant('same')));
      expect(new Set(numbers)).toEqual(new Set(['A001']));
      expect(await grant('other')).toBe('A002');
      expect(await grant('third', 'B')).toBe('B001');
      expect(await grant('tomorrow', 'A', '2026-11-24')).toBe('A001');
      await lobby.reopen();
      expect(await grant('same')).toBe('A001');
      expect(await grant('fourth')).toBe('A003');
    });

    it('N4: leases blocks of 300 for today and three days more, each day from numbers of its own', async () => {
      const { leases } = await hello({});
      expect(leases).toHaveLength(8);
      const ofA = leases.filter(({ letter }) => letter === 'A');
      expect(ofA[0]).toMatchObject({ day: TODAY, next: 2001, to: 2300 });
      const counts = ofA.flatMap(({ next, to }) =>
        Array.from({ length: to - next + 1 }, (_, at) => next + at),
      );
      expect(new Set(counts).size).toBe(1200);
      expect((await hello({ stream: 's2' }, 'kiosk-2')).leases[0]).toMatchObject({ next: 2301, to: 2600 });
      expect((await hello({ leases: [...leases] })).leases).toEqual([]);
      const used = leases.map((lease) => ({ ...lease, next: lease.next + 51 }));
      expect((await hello({ leases: used })).leases[0]).toMatchObject({
        letter: 'A',
        next: 2601,
        to: 2900,
      });
    });

    it('one kiosk gives 250 tickets of one letter while it is cut off, and goes on after the next hello', async () => {
      let held: readonly Lease[] = (await hello({})).leases;
      const numbers: string[] = [];
      const giveOffline = (count: number): void => {
        for (let index = 0; index < count; index += 1) {
          const next = nextLeased(held, TODAY, 'A');
          if (!next.ok) throw new Error(next.refusal);
          held = next.value.leases;
          numbers.push(next.value.number);
        }
      };
      giveOffline(250);
      held = [...held, ...(await hello({ leases: [...held] })).leases];
      giveOffline(250);
      expect(new Set(numbers).size).toBe(500);
      expect(numbers[0]).toBe('A2001');
    });

    it('leases a dozen kiosks their block on one day', async () => {
      const blocks: number[] = [];
      for (let kiosk = 1; kiosk <= 12; kiosk += 1) {
        const { leases } = await hello({ stream: `s${kiosk}` }, `kiosk-${kiosk}`);
        blocks.push(leases.find(({ letter, day }) => letter === 'A' && day === TODAY)?.next ?? 0);
      }
      expect(new Set(blocks).size).toBe(12);
      expect(blocks.slice(5, 7)).toEqual([3501, 10_001]);
    });

    it('passes over a block that an earlier release leased among the short numbers', async () => {
      await hello({ leases: [{ id: 'old', day: TODAY, letter: 'A', next: 2, to: 4 }] });
      expect([await grant('one'), await grant('two')]).toEqual(['A001', 'A005']);
    });

    it('jumps above everything given out or seen when the database was put back', async () => {
      await grant('before');
      await hello({
        upTo: 9,
        lastId: 'q',
        seen: { day: TODAY, highest: ['A733'] },
        leases: [{ id: 'lost', day: TODAY, letter: 'B', next: 2905, to: 2949 }],
      });
      const number = (await grant('after')) ?? '';
      expect(Number(number.slice(1))).toBeGreaterThanOrEqual(1733);
      const { leases } = await hello({ stream: 's2' }, 'kiosk-2');
      expect(leases.find(({ letter, day }) => letter === 'B' && day === TODAY)?.next).toBeGreaterThan(5949);
    });

    it('pairs a device by a code once; the same key may ask again, another may not', async () => {
      const key = (x: string) => ({ kty: 'EC', crv: 'P-256', x, y: 'y' }) as const;
      const pair = (code: string, x: string) =>
        lobby.store().devices.pair({
          code,
          device: 'kiosk-1',
          branch: 'demo',
          role: 'kiosk',
          publicKey: key(x),
          now: NOON,
        });
      await lobby.store().devices.offerPairing({
        device: 'kiosk-1',
        code: 'CODE',
        now: NOON,
        expiresAt: NOON + 1000,
      });
      expect(await lobby.store().devices.isPairingOpen('kiosk-1', 'CODE', NOON)).toBe(true);
      expect(await pair('WRONG', 'x')).toEqual({ is: 'code-unknown' });
      expect(await pair('CODE', 'x')).toEqual({ is: 'paired' });
      expect(await pair('CODE', 'x')).toEqual({ is: 'paired' });
      expect(await pair('CODE', 'z')).toEqual({ is: 'code-used' });
      expect(await lobby.store().devices.find('kiosk-1')).toMatchObject({
        publicKey: { x: 'x' },
        revokedAt: null,
      });
      expect(await lobby.store().devices.revoke('kiosk-1', NOON)).toBe(true);
      expect(await pair('CODE', 'x')).toEqual({ is: 'code-used' });
      await lobby
        .store()
        .devices.offerPairing({ device: 'kiosk-1', code: 'LATE', now: NOON, expiresAt: NOON });
      expect(await pair('LATE', 'x')).toEqual({ is: 'code-used' });
    });

    it('locks a teller after five wrong PINs, longer each time, and gives nothing away', async () => {
      await lobby.store().pins.set('demo', '1001', '2468');
      const attempt = (teller: string, pin: string) =>
        lobby.store().pins.attempt({ branch: 'demo', teller, pin, now: clock().now() });
      expect(await attempt('1001', '2468')).toEqual({ is: 'right' });
      for (const teller of ['1001', 'nobody']) {
        for (let count = 0; count < 5; count += 1)
          expect(await attempt(teller, '0000')).toEqual({ is: 'wrong' });
        expect(await attempt(teller, '2468')).toEqual({ is: 'locked', retryAfterMs: 300_000 });
      }
      clock().advance(300_001);
      expect(await attempt('1001', '0000')).toEqual({ is: 'wrong' });
      expect(await attempt('1001', '2468')).toEqual({ is: 'locked', retryAfterMs: 600_000 });
      clock().advance(600_001);
      expect(await attempt('1001', '2468')).toEqual({ is: 'right' });
      expect(await attempt('1001', '0000')).toEqual({ is: 'wrong' });
    });

    it('counts PIN tries made all at once', async () => {
      await lobby.store().pins.set('demo', '1001', '2468');
      const tries = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          lobby
            .store()
            .pins.attempt({ branch: 'demo', teller: '1001', pin: String(1000 + index), now: NOON }),
        ),
      );
      expect(tries.filter(({ is }) => is === 'wrong')).toHaveLength(5);
      expect(tries.filter(({ is }) => is === 'locked')).toHaveLength(7);
    });

    it('accepts a nonce once, and none from before it could remember', async () => {
      clock().advance(10);
      expect(await lobby.store().useNonce('d', 'nonce-1', clock().now())).toBe('fresh');
      expect(await lobby.store().useNonce('d', 'nonce-1', clock().now())).toBe('replayed');
      expect(await lobby.store().useNonce('e', 'nonce-1', clock().now())).toBe('fresh');
      expect(await lobby.store().useNonce('d', 'nonce-2', NOON - 60_000)).toBe('clock');
      clock().advance(200_000);
      expect(await lobby.store().useNonce('d', 'nonce-1', clock().now() - 200_000)).toBe('replayed');
    });

    it('goes on when the clock of the server is set back, and still knows its nonces', async () => {
      const hour = 3_600_000;
      clock().advance(10);
      expect(await lobby.store().useNonce('d', 'nonce-1', clock().now())).toBe('fresh');
      clock().advance(-hour);
      expect(await lobby.store().useNonce('d', 'nonce-2', clock().now())).toBe('fresh');
      expect(await lobby.store().useNonce('d', 'nonce-1', clock().now())).toBe('replayed');
      clock().advance(-hour);
      await lobby.reopen();
      expect(await lobby.store().useNonce('d', 'nonce-3', clock().now())).toBe('fresh');
    });
  });
}
