import { afterAll, beforeAll, describe } from 'vitest';
import { hasPostgres, type Postgres, startPostgres } from './start-postgres.ts';

/**
 * Runs tests against a real PostgreSQL. Where none can be had, or GINKGO_WITHOUT_POSTGRES=1, they are skipped and one
 * loud message says so; with CI=true a PostgreSQL that cannot be had is a failure.
 */
export function describeWithPostgres(name: string, tests: (postgres: () => Postgres) => void): void {
  const missing = whyWithout();
  if (missing !== null) process.stderr.write(`\n*** ${name}: NOT TESTED on PostgreSQL, ${missing} ***\n\n`);
  describe.skipIf(missing !== null)(name, () => {
    let postgres: Postgres | null = null;
    beforeAll(async () => {
      const started = await startPostgres();
      if (started.is === 'impossible') throw new Error(`${name}: ${started.reason}`);
      postgres = started.postgres;
    });
    afterAll(async () => await postgres?.stop());
    tests(() => {
      if (!postgres) throw new Error('PostgreSQL has not started');
      return postgres;
    });
  });
}

function whyWithout(): string | null {
  if (process.env['GINKGO_WITHOUT_POSTGRES'] === '1') return 'GINKGO_WITHOUT_POSTGRES=1';
  if (process.env['CI'] === 'true' || hasPostgres()) return null;
  return 'version 15 or newer is not installed; as root: apt-get install postgresql';
}
