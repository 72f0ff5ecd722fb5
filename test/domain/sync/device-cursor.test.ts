import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterAnswer, afterHello, mayDeleteUpTo, startNewStream } from '#domain/sync/device-cursor.ts';
import type { Cursor } from '#domain/sync/protocol.ts';

const cursor: Cursor = { stream: 's', epoch: 'e', seq: 9, upTo: 4, lastId: 'f4', safe: 2 };
const sent = [5, 6, 7].map((seq) => ({ id: `f${seq}`, seq }));
const done = { end: { is: 'done' as const }, epoch: 'e', upTo: 7, safe: 0 };
const said = { stream: 's', upTo: 4 };
const known = { stream: 'known' as const, epoch: 'e', upTo: 4, safe: 2, said };
const nothing = () => null;

test('S1: only what was in the batch and is confirmed moves the cursor', () => {
  expect(afterAnswer(cursor, done, sent)).toMatchObject({ is: 'on', cursor: { upTo: 7, lastId: 'f7' } });
  expect(afterAnswer(cursor, { ...done, upTo: 5 }, sent)).toMatchObject({
    cursor: { upTo: 5, lastId: 'f5' },
  });
  expect(afterAnswer(cursor, { ...done, upTo: 3 }, sent)).toMatchObject({
    cursor: { upTo: 4, lastId: 'f4' },
  });
});

test('S7: an answer of another epoch confirms nothing and asks for a hello', () => {
  expect(afterAnswer(cursor, { ...done, epoch: 'later' }, sent)).toEqual({ is: 'hello', cursor });
  expect(afterAnswer(cursor, { ...done, end: { is: 'say-hello' } }, sent)).toEqual({ is: 'hello', cursor });
  expect(afterAnswer(cursor, { ...done, end: { is: 'expect', seq: 2 } }, sent)).toEqual({
    is: 'hello',
    cursor,
  });
});

test('S8: hello goes back to what the server still has, and asks again by the id found there', () => {
  const step = afterHello(cursor, { ...known, epoch: 'later', upTo: 3 }, (seq) => `f${seq}`);
  expect(step).toMatchObject({ is: 'hello', cursor: { epoch: 'later', upTo: 3, lastId: 'f3', seq: 9 } });
  const outdated = { ...known, upTo: 3, said: { stream: 's', upTo: 3 } };
  expect(afterHello(cursor, outdated, nothing)).toEqual({ is: 'on', cursor });
  expect(afterHello(cursor, { ...outdated, epoch: 'later' }, nothing)).toEqual({ is: 'hello', cursor });
});

test('S9: what may be deleted is below what both sides and a backup have, and the last of it stays', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), fc.nat(30), (upTo, safe, claimed) => {
      const start = { ...cursor, upTo, safe: Math.min(safe, upTo) };
      const answered = afterHello(
        start,
        { ...known, said: { stream: 's', upTo }, upTo, safe: claimed },
        nothing,
      );
      if (answered.is === 'fork') throw new Error('no fork was answered');
      expect(mayDeleteUpTo(answered.cursor)).toBeLessThanOrEqual(Math.max(0, upTo - 1));
    }),
  );
  expect(mayDeleteUpTo({ ...cursor, safe: 4 })).toBe(3);
  expect(afterHello(cursor, { ...known, upTo: 1 }, nothing)).toEqual({ is: 'fork' });
});

test('S14: after a fork everything kept is numbered anew and keeps its id', () => {
  expect(afterAnswer(cursor, { ...done, end: { is: 'fork', seq: 5 } }, sent)).toEqual({ is: 'fork' });
  expect(startNewStream(cursor, sent, 'new')).toEqual({
    cursor: { stream: 'new', epoch: 'e', seq: 3, upTo: 0, lastId: null, safe: 0 },
    kept: [
      { id: 'f5', seq: 1 },
      { id: 'f6', seq: 2 },
      { id: 'f7', seq: 3 },
    ],
  });
});

test('S15: no answer takes a device further than what it sent', () => {
  expect(afterAnswer(cursor, { ...done, upTo: 99 }, sent)).toMatchObject({ cursor: { upTo: 7 } });
  expect(afterHello(cursor, { ...known, upTo: 99 }, nothing)).toMatchObject({
    is: 'on',
    cursor: { upTo: 4 },
  });
});
