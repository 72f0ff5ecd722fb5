import { expect, test } from 'vitest';
import type { Answered } from '#platform/sync/device.ts';
import { deskDouble } from '#test/doubles/desk-double.ts';

function answering(...answers: readonly Answered[]) {
  const left = [...answers];
  const ids: (string | undefined)[] = [];
  const at = deskDouble({
    ask: () => async (_asked, options) => {
      ids.push(options?.requestId);
      return left.shift() ?? { is: 'no-answer' };
    },
  });
  return { ...at, ids };
}

test('a wrong PIN is told', async () => {
  const { desk } = answering({ is: 'refused', code: 'wrong-pin' });
  await desk.signing.signIn('0817', '1111');
  expect(desk.signing.error.value).toEqual({ is: 'wrong' });
});

test('a lock is told with its end', async () => {
  const { desk, clock } = answering({ is: 'refused', code: 'locked', retryAfterMs: 90_000 });
  await desk.signing.signIn('0817', '1111');
  expect(desk.signing.error.value).toEqual({ is: 'locked', until: clock.now() + 90_000 });
});

test('busy at another counter is told', async () => {
  const { desk } = answering({ is: 'refused', code: 'signed-in-elsewhere' });
  await desk.signing.signIn('0817', '2468');
  expect(desk.signing.error.value).toEqual({ is: 'elsewhere' });
});

test('a cut line asks nothing: no PIN can be checked', async () => {
  const { desk, cut, ids } = answering();
  cut();
  await desk.signing.signIn('0817', '2468');
  expect(desk.signing.error.value).toEqual({ is: 'cut' });
  expect(ids).toEqual([]);
});

test('a lost answer is asked again as the same try', async () => {
  const { desk, ids } = answering({ is: 'no-answer' }, { is: 'done', position: 1 });
  expect(await desk.signing.signIn('0817', '2468')).toBe(true);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('what cannot be a number and PIN is not sent', async () => {
  const { desk, ids } = answering();
  await desk.signing.signIn('08 17', '12');
  expect(desk.signing.error.value).toEqual({ is: 'fields' });
  expect(ids).toEqual([]);
});

test('full-width digits of a Chinese keyboard are digits', async () => {
  const { desk, ids } = answering({ is: 'done', position: 1 });
  await desk.signing.signIn('０８１７', '2468');
  expect(ids).toHaveLength(1);
});
