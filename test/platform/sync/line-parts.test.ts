import { expect, test } from 'vitest';
import { isOurs } from '#platform/sync/answer-shape.ts';
import { coalesced } from '#platform/sync/coalesced.ts';
import { reconnectDelayMs } from '#platform/sync/reconnect-delay.ts';
import { createTroubles } from '#platform/sync/troubles.ts';
import { createWake } from '#platform/sync/wake.ts';

test('S2: without our mark, or with a field missing or of another type, it is no answer', () => {
  const good = { mark: 'ginkgo/1', serverTime: 1, upTo: 2, leases: [] };
  const shape = { upTo: 'number', leases: 'object' } as const;
  expect(isOurs(good, shape)).toBe(true);
  const bad = [
    { ...good, mark: 'x' },
    { ...good, upTo: '2' },
    { ...good, leases: null },
    { mark: 'ginkgo/1', upTo: 2 },
  ];
  for (const body of [...bad, null, 'text', []]) expect(isOurs(body, shape)).toBe(false);
});

test('reconnecting is quick while a person may watch and never rarer than every half minute', () => {
  const delays = Array.from({ length: 40 }, (_, attempt) => [
    reconnectDelayMs(attempt, 0),
    reconnectDelayMs(attempt, 1),
  ]);
  expect(delays.slice(0, 15).every(([least, most]) => least === 500 && most === 2000)).toBe(true);
  expect(delays.every(([least, most]) => least === 500 && (most ?? 0) <= 30_500)).toBe(true);
});

test('a bell rung while nobody waited is heard once', async () => {
  const wake = createWake();
  const signal = new AbortController().signal;
  wake.ring();
  await wake.next(signal);
  let heard = false;
  const second = wake.next(signal).then(() => {
    heard = true;
  });
  await Promise.resolve();
  expect(heard).toBe(false);
  wake.ring();
  await second;
  expect(heard).toBe(true);
});

test('asked for often while it runs, it runs once more', async () => {
  let runs = 0;
  let go: () => void = () => undefined;
  const ask = coalesced(() => {
    runs += 1;
    return new Promise((resolve) => {
      go = resolve;
    });
  });
  for (let count = 0; count < 5; count += 1) ask();
  expect(runs).toBe(1);
  go();
  await new Promise(setImmediate);
  expect(runs).toBe(2);
  go();
});

test('a trouble is listed once, from when it began, until it is over', () => {
  const raised: string[] = [];
  const troubles = createTroubles(
    () => 7,
    (code) => raised.push(code),
  );
  troubles.raise('revoked');
  troubles.set('revoked', true);
  expect(troubles.list.value).toEqual([{ code: 'revoked', since: 7 }]);
  troubles.set('revoked', false);
  expect([raised, troubles.codes()]).toEqual([['revoked'], []]);
});

test('a trouble with a number keeps its beginning while the number grows, and ends at none', () => {
  let time = 1;
  const troubles = createTroubles(
    () => time,
    () => undefined,
  );
  troubles.count('set-aside', 1);
  time = 9;
  troubles.count('set-aside', 3);
  expect(troubles.list.value).toEqual([{ code: 'set-aside', since: 1, count: 3 }]);
  troubles.count('set-aside', 0);
  expect(troubles.list.value).toEqual([]);
});
