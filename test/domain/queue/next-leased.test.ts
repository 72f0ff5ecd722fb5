import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextLeased } from '#domain/queue/next-leased.ts';
import type { Lease } from '#domain/sync/protocol.ts';
import { SAMPLE_DAY } from '#test/samples/entries.ts';

const lease = (id: string, next: number, to: number, change: Partial<Lease> = {}): Lease => ({
  id,
  day: SAMPLE_DAY,
  letter: 'A',
  next,
  to,
  ...change,
});

test('N2: the lowest number left, from this day and letter only', () => {
  const others = [lease('b', 1, 9, { letter: 'B' }), lease('old', 1, 9, { day: '2026-11-22' })];
  const leases = [...others, lease('late', 551, 560), lease('early', 501, 502), lease('used', 10, 9)];
  expect(nextLeased(leases, SAMPLE_DAY, 'A')).toEqual({
    ok: true,
    value: {
      number: 'A501',
      leases: leases.map((each) => (each.id === 'early' ? { ...each, next: 502 } : each)),
    },
  });
});

test('N2 N3: every number is given once, then the block is said to be used up', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 4 });
  fc.assert(
    fc.property(sizes, (blocks) => {
      let leases: readonly Lease[] = blocks.map((size, block) =>
        lease(`l${block}`, 501 + block * 10, 500 + block * 10 + size),
      );
      const given: string[] = [];
      for (;;) {
        const next = nextLeased(leases, SAMPLE_DAY, 'A');
        if (!next.ok) break;
        given.push(next.value.number);
        leases = next.value.leases;
      }
      expect(given).toEqual([...new Set(given)].toSorted());
      expect(given.length).toBe(blocks.reduce((sum, size) => sum + size, 0));
      expect(nextLeased(leases, SAMPLE_DAY, 'A')).toEqual({ ok: false, refusal: 'lease-exhausted' });
    }),
  );
});
