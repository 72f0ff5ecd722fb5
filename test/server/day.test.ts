import { daySuite } from './day-suite.ts';
import { describeWithPostgres } from './with-postgres.ts';

daySuite('SQLite', async () => undefined);
describeWithPostgres('over PostgreSQL', (postgres) => {
  daySuite('PostgreSQL', () => postgres().createDatabase());
});
