import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import type { Result } from '#domain/result.ts';
import { accept, refuse } from '#domain/result.ts';
import type { VerifiedCopy } from './copy-database.ts';
import { type BackupMarks, createStore } from './create-store.ts';
import type { BackupOutcome, EventStore } from './event-store.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrations.ts';
import { nonceMemory } from './nonces.ts';
import { checkGeneration } from './restore-check.ts';
import type { Db, Tables } from './tables.ts';

export type SqliteOptions = {
  readonly folder: string;
  /** Where copies go; `backups` in the folder unless told otherwise. */
  readonly backups?: string;
  readonly now: () => number;
  /** Makes and verifies a copy of the database; off the main thread where that is possible. */
  readonly copy: (from: string, to: string) => Promise<VerifiedCopy>;
};

const BACKUPS_KEPT = 12;

/** The embedded database: WAL, every commit on the disk before it is answered, one connection, one process. */
export async function openSqlite(options: SqliteOptions): Promise<Result<EventStore, string>> {
  const { folder, now } = options;
  const lock = lockFolder(folder);
  if (!lock.ok) {
    return refuse(
      `${folder} is in use by another Ginkgo server (process ${lock.refusal ?? 'unknown'}). Stop that one, or give this one another folder with GINKGO_DATA.`,
    );
  }
  const file = join(folder, 'ginkgo.sqlite');
  const database = new Database(file);
  if (!makeDurable(database)) {
    lock.value.release();
    return refuse(
      `${folder} is on a file system without write-ahead logging. Put GINKGO_DATA on a local disk.`,
    );
  }
  const db: Db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  await migrate(db, 'sqlite');

  const generation = join(folder, 'generation.json');
  const changes = changesOf(db);
  let checked = false;
  const store = createStore({
    db,
    dialect: 'sqlite',
    now,
    useNonce: nonceMemory(now),
    checkRestored: async (restore) => {
      if (checked) return false;
      checked = true;
      return await checkGeneration(restore, generation);
    },
    backup: (marks) => backUp(options, file, marks, changes),
    close: async () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
      await db.destroy();
      lock.value.release();
    },
  });
  return accept(store);
}

const FULL = 2;

/** Every commit waits for the disk; read back, because SQLite keeps quiet when it cannot. */
function makeDurable(database: Database.Database): boolean {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const mode = database.pragma('journal_mode') as readonly { readonly journal_mode: string }[];
  const level = database.pragma('synchronous') as readonly { readonly synchronous: number }[];
  return mode[0]?.journal_mode === 'wal' && level[0]?.synchronous === FULL;
}

type Changes = {
  /** What is there now; `null`: exactly what the last verified backup holds. */
  readonly sinceBackup: () => Promise<string | null>;
  readonly backedUp: (state: string) => void;
};

function changesOf(db: Db): Changes {
  let held = '';
  return {
    async sinceBackup() {
      const heads = await db.selectFrom('branch_head').select(['branch', 'position', 'epoch']).execute();
      const streams = await db
        .selectFrom('stream')
        .select(({ fn }) => fn.sum<number>('up_to').as('sum'))
        .executeTakeFirst();
      const state = JSON.stringify([heads, streams]);
      return state === held ? null : state;
    },
    backedUp: (state) => {
      held = state;
    },
  };
}

async function backUp(
  { folder, backups = join(folder, 'backups'), now, copy }: SqliteOptions,
  file: string,
  marks: BackupMarks,
  changes: Changes,
): Promise<BackupOutcome> {
  const state = await changes.sinceBackup();
  if (state === null) return { is: 'unchanged' };
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  const mark = await marks.begin();
  const target = join(backups, `ginkgo-${new Date(now()).toISOString().replaceAll(':', '-')}.sqlite`);
  const copied = await copy(file, target);
  if (!copied.ok) return { is: 'failed', reason: copied.refusal };
  await marks.verified(mark, now());
  changes.backedUp(state);
  for (const old of readdirSync(backups)
    .filter((name) => name.endsWith('.sqlite'))
    .sort()
    .slice(0, -BACKUPS_KEPT)) {
    rmSync(join(backups, old), { force: true });
  }
  return { is: 'verified', file: target, bytes: copied.value.bytes };
}
