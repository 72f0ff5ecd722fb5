import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeBatch, type Numbered } from '#domain/sync/judge-batch.ts';

const view = (ids: readonly string[], known: readonly string[] = []) => ({
  upTo: ids.length,
  idAt: (seq: number) => ids[seq - 1] ?? null,
  isKnown: (id: string) => known.includes(id) || ids.includes(id),
  check: (fact: Numbered) => (fact.id.startsWith('bad') ? { code: 'unusable', field: 'fact' } : null),
});
const batch = (from: number, ...ids: string[]) => ids.map((id, index) => ({ id, seq: from + index }));

test('S4: facts the stream has are passed over, whatever part of a batch was sent before', () => {
  const ids = fc.uniqueArray(fc.nat(999).map(String), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(ids, fc.nat(20), fc.nat(20), (all, has, from) => {
      const held = all.slice(0, has);
      const start = Math.min(from, held.length);
      const judged = judgeBatch(view(held), batch(start + 1, ...all.slice(start)));
      expect(judged.steps.map(({ fact }) => fact.id)).toEqual(all.slice(held.length));
      expect(judged.upTo).toBe(all.length);
      expect(judged.end).toEqual({ is: 'done' });
    }),
  );
});

test('S5: a hole ends the batch and names the number that is missing', () => {
  const judged = judgeBatch(view(['a']), [...batch(2, 'b'), ...batch(4, 'd')]);
  expect(judged.steps.map(({ fact }) => fact.id)).toEqual(['b']);
  expect(judged).toMatchObject({ end: { is: 'expect', seq: 3 }, upTo: 2, lastId: 'b' });
});

test('S10: an unusable fact is set aside under its number and the next one goes on', () => {
  const judged = judgeBatch(view([]), batch(1, 'a', 'bad', 'c'));
  expect(judged.steps.map(({ verdict }) => verdict)).toEqual([
    'append',
    { quarantine: { code: 'unusable', field: 'fact' } },
    'append',
  ]);
  expect(judged).toMatchObject({ end: { is: 'done' }, upTo: 3, lastId: 'c' });
});

test('S14: another fact under a number the stream has is a fork, inside a batch too', () => {
  expect(judgeBatch(view(['a', 'b']), batch(2, 'x')).end).toEqual({ is: 'fork', seq: 2 });
  expect(judgeBatch(view([]), [...batch(1, 'a'), ...batch(1, 'x')]).end).toEqual({ is: 'fork', seq: 1 });
  expect(judgeBatch(view(['a']), batch(1, 'x'))).toMatchObject({ steps: [], upTo: 1, lastId: null });
});

test('S17: a fact known under another number only takes its number, twice in one batch too', () => {
  const judged = judgeBatch(view([], ['a']), batch(1, 'a', 'b', 'b'));
  expect(judged.steps.map(({ verdict }) => verdict)).toEqual(['already', 'append', 'already']);
});
