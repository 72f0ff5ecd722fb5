import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Postgres, startPostgres } from './start-postgres.ts';

/**
 * Runs tests against a real PostgreSQL. Where none can be had, one failing test says so; GINKGO_WITHOUT_POSTGRES=1
 * accepts that, loudly.
 */
export function describeWithPostgres(name: string, tests: (postgres: () => Postgres) => void): void {
  if (process.env['GINKGO_WITHOUT_POSTGRES'] === '1') {
    it(`${name}: NOT TESTED, because GINKGO_WITHOUT_POSTGRES=1`, () => {
      console.warn(`\n*** ${name} was NOT tested on PostgreSQL: GINKGO_WITHOUT_POSTGRES=1 ***\n`);
      expect(process.env['GINKGO_WITHOUT_POSTGRES']).toBe('1');
    });
    return;
  }
  describe(name, () => {
    let postgres: Postgres | null = null;
    beforeAll(async () => {
      const started = await startPostgres();
      if (started.is === 'impossible') {
        throw new Error(
          `${name} could not be tested on PostgreSQL. ${started.reason}. To go on without: GINKGO_WITHOUT_POSTGRES=1`,
        );
      }
      postgres = started.postgres;
    });
    afterAll(async () => await postgres?.stop());
    tests(() => {
      if (!postgres) throw new Error('PostgreSQL has not started');
      return postgres;
    });
  });
}
