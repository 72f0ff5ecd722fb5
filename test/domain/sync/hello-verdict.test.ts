import { expect, test } from 'vitest';
import { helloVerdict } from '#domain/sync/hello-verdict.ts';

const base = {
  record: { upTo: 5, safe: 0 },
  idAtUpTo: 'f5',
  epoch: 'current' as const,
  head: 20,
  hello: { upTo: 5, lastId: 'f5', position: 20 },
};

test('S8: a device or a journal ahead of the server, or an epoch it never had, means it went back in time', () => {
  expect(helloVerdict(base)).toEqual({ stream: 'known', upTo: 5, restored: false });
  expect(helloVerdict({ ...base, record: { upTo: 3, safe: 0 }, idAtUpTo: null }).restored).toBe(true);
  expect(helloVerdict({ ...base, record: null, idAtUpTo: null })).toMatchObject({ upTo: 0, restored: true });
  expect(helloVerdict({ ...base, head: 19 }).restored).toBe(true);
  expect(helloVerdict({ ...base, epoch: 'unknown' }).restored).toBe(true);
});

test('S8: what an earlier, known restore took away is no news', () => {
  expect(helloVerdict({ ...base, epoch: 'earlier', record: null, idAtUpTo: null, head: 0 }).restored).toBe(
    false,
  );
});

test('S16: the number agrees but the fact does not: a fork', () => {
  expect(helloVerdict({ ...base, idAtUpTo: 'of-the-twin' }).stream).toBe('fork');
  expect(helloVerdict({ ...base, idAtUpTo: null }).stream).toBe('known');
});
