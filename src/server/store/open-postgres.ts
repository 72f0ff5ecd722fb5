import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Result } from '#domain/result.ts';
import { accept, refuse } from '#domain/result.ts';
import { createStore } from './create-store.ts';
import type { EventStore } from './event-store.ts';
import { migrate } from './migrations.ts';
import { nonceTable, startNonces } from './nonces.ts';
import { checkCluster } from './restore-check.ts';
import type { Db, Tables } from './tables.ts';

export type PostgresOptions = {
  readonly url: string;
  readonly now: () => number;
  readonly onTrouble: (error: Error) => void;
};

const OLDEST_VERSION = 150_000;
const BIGINT = 20;

/** The bank's PostgreSQL; any number of server processes may share it. */
export async function openPostgres(options: PostgresOptions): Promise<Result<EventStore, string>> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: 12,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    application_name: 'ginkgo',
    types: { getTypeParser: parserFor },
  });
  pool.on('error', options.onTrouble);
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const complaint = await examine(db);
  if (complaint !== null) {
    await db.destroy();
    return refuse(complaint);
  }
  await migrate(db, 'postgres');
  await startNonces(db, options.now());
  return accept(
    createStore({
      db,
      dialect: 'postgres',
      now: options.now,
      useNonce: nonceTable(db, options.now),
      checkRestored: async (restore) => checkCluster(restore, await identityOf(db)),
      backup: async () => ({ is: 'unsupported' }),
      close: () => db.destroy(),
    }),
  );
}

async function examine(db: Db): Promise<string | null> {
  try {
    const shown = await sql<{ version: string; durable: string; fsync: string }>`
      select current_setting('server_version_num') as version,
             current_setting('synchronous_commit') as durable,
             current_setting('fsync') as fsync`.execute(db);
    const { version = '0', durable = '', fsync = '' } = shown.rows[0] ?? {};
    if (Number(version) < OLDEST_VERSION) return 'DATABASE_URL: PostgreSQL 15 or newer is needed.';
    if (durable === 'off' || fsync === 'off') {
      return 'DATABASE_URL: this PostgreSQL answers before data is on the disk; set fsync = on and synchronous_commit = on.';
    }
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `DATABASE_URL: no connection (${reason}). Check address, user, password and that PostgreSQL is running.`;
  }
}

/** Changes when the cluster is another one, or went on from an earlier point of its own history. */
async function identityOf(db: Db): Promise<string> {
  const rows = await sql<{ system: string; timeline: number }>`
    select system_identifier::text as system, timeline_id as timeline
    from pg_control_system(), pg_control_checkpoint()`.execute(db);
  const { system, timeline } = rows.rows[0] ?? {};
  return `${system}/${timeline}`;
}

/** Our whole numbers stay far below 2^53. */
function parserFor(type: number, format?: 'text' | 'binary') {
  return type === BIGINT ? Number : pg.types.getTypeParser(type, format ?? 'text');
}
