import { expect, test } from 'vitest';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { nextLeased } from '#domain/queue/next-leased.ts';
import { burnLeases, mergeLeases, seenNumbers } from '#domain/sync/leases.ts';

const block = { id: 'b1', day: '2026-11-22', letter: 'A', next: 510, to: 520 };

test('S11: a block known here never goes back, whatever the server remembers', () => {
  expect(mergeLeases([block], [{ ...block, next: 501 }], '2026-11-22')).toEqual([block]);
  expect(mergeLeases([block], [{ ...block, next: 515 }], '2026-11-22')).toEqual([{ ...block, next: 515 }]);
  expect(mergeLeases([block], [], '2026-11-23')).toEqual([]);
});

test('S11: a device that does not know which numbers it gave uses none of them again', () => {
  expect(nextLeased(burnLeases([block]), '2026-11-22', 'A').ok).toBe(false);
});

test('S13: the highest number of each letter is told to the server', () => {
  const ticket = { number: 'A999' } as const;
  const day = {
    ...emptyDay('2026-11-22'),
    tickets: { one: ticket, two: { number: 'A1000' }, three: { number: 'B501' } },
  };
  expect(seenNumbers(day as never)).toEqual({ day: '2026-11-22', highest: ['A1000', 'B501'] });
});
