import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories, other, send } from './history.ts';
import { PROTECTIONS } from './protections.ts';
import { runHistory } from './run-history.ts';
import { violationsOf } from './violations.ts';
import { WEAKENINGS } from './weakenings.ts';

describe('a branch after any history', () => {
  test('nothing is lost, doubled, reordered, stuck or numbered twice, and every device sees the same day', () => {
    fc.assert(
      fc.property(histories, (history) => {
        expect(violationsOf(runHistory(PROTECTIONS, history))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

test('S6: a server killed at any fact of a batch has stored all of it or nothing', () => {
  const batches = fc.array(fc.record({ facts: fc.integer({ min: 1, max: 6 }), killed: fc.boolean() }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(batches, (all) => {
      const history = all.flatMap(({ facts, killed }) => [
        ...Array.from({ length: facts }, () => other(0)),
        send(0, killed ? 'server-killed' : 'delivered', 4),
      ]);
      expect(violationsOf(runHistory(PROTECTIONS, history))).toEqual([]);
    }),
  );
});

describe('the test of the test: each protection, left out, is missed', () => {
  for (const { rule, without, protections, history } of WEAKENINGS) {
    test(`${rule}: without "${without}" a short history breaks the branch, with it nothing does`, () => {
      expect(violationsOf(runHistory({ ...PROTECTIONS, ...protections }, history))).not.toEqual([]);
      expect(violationsOf(runHistory(PROTECTIONS, history))).toEqual([]);
    });
  }
});
