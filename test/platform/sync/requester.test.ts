import { expect, test } from 'vitest';
import { createRequester } from '#platform/sync/requester.ts';
import type { Answer, SignedFetch } from '#platform/sync/signed-fetch.ts';

function asked(answer: Answer<never>) {
  let doubts = 0;
  const signedFetch: SignedFetch = {
    ask: async () => answer,
    open: async () => new Response(),
  };
  const onSilence = () => {
    doubts += 1;
  };
  const requester = createRequester({ signedFetch, newId: () => 'r1', onSilence });
  const answered = requester.ask({ kind: 'call-next' });
  return { answered, doubts: () => doubts };
}

test.each([
  [401, 'bad-signature'],
  [403, 'revoked'],
])('a refusal of the device itself (%i %s) is told and makes the line look again', async (status, error) => {
  const { answered, doubts } = asked({ is: 'problem', status, error });
  expect(await answered).toMatchObject({ is: 'refused', code: error });
  expect(doubts()).toBe(1);
});

test('a refusal of the question alone says nothing about the line', async () => {
  const { answered, doubts } = asked({ is: 'problem', status: 429, error: 'too-many', retryAfterMs: 2000 });
  expect(await answered).toEqual({ is: 'refused', code: 'too-many', retryAfterMs: 2000 });
  expect(doubts()).toBe(0);
});

test.each([{ is: 'no-answer' }, { is: 'problem', status: 503, error: 'internal' }] as const)(
  'silence and a failing server are no answer: %j',
  async (answer) => {
    const { answered, doubts } = asked(answer);
    expect(await answered).toEqual({ is: 'no-answer' });
    expect(doubts()).toBe(1);
  },
);
