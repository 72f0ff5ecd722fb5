import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryDelayMs } from '#domain/sync/retry-delay.ts';

test('retries spread over all of a ceiling that doubles from one second to five minutes', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
      const ceiling = Math.min(300_000, 1000 * 2 ** Math.min(attempt, 30));
      expect(retryDelayMs(attempt, random)).toBeCloseTo(random * ceiling);
    }),
  );
});
