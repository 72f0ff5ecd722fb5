import { type Kysely, sql } from 'kysely';
import type { Db } from './tables.ts';

export type Dialect = 'sqlite' | 'postgres';
type Migration = {
  readonly name: string;
  readonly only?: Dialect;
  readonly statements: readonly string[];
};

/** Plain SQL that a bank's DBA can read; each runs once, in this order. Never edit one that was released: add another. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: '0001-journal',
    statements: [
      'create table meta (name text primary key, value text not null)',
      `create table branch_head (
         branch text primary key, position bigint not null, epoch text not null)`,
      `create table epoch (
         epoch text primary key, branch text not null, since bigint not null, reason text not null)`,
      `create table entry (
         branch text not null, position bigint not null,
         device text not null, stream text not null, seq bigint not null,
         fact_id text not null, kind text not null,
         at bigint not null, day text not null, uncertain integer not null, received_at bigint not null,
         body text not null,
         primary key (branch, position))`,
      'create unique index entry_fact on entry (branch, fact_id)',
      'create index entry_stream on entry (device, stream, seq)',
      'create index entry_day on entry (branch, day, position)',
      `create table stream (
         device text not null, stream text not null, branch text not null,
         up_to bigint not null, last_id text not null, safe bigint not null, backup_mark bigint not null, clock_offset bigint not null,
         primary key (device, stream))`,
      `create table renumbered (
         device text not null, stream text not null, seq bigint not null, fact_id text not null,
         primary key (device, stream, seq))`,
      `create table quarantine (
         branch text not null, fact_id text not null,
         device text not null, stream text not null, seq bigint not null,
         code text not null, field text not null, received_at bigint not null, raw text not null,
         primary key (branch, fact_id))`,
      'create index quarantine_stream on quarantine (device, stream, seq)',
    ],
  },
  {
    name: '0002-numbers',
    statements: [
      `create table number_counter (
         branch text not null, day text not null, letter text not null,
         next bigint not null, lease_next bigint not null,
         primary key (branch, day, letter))`,
      `create table number_grant (
         branch text not null, ticket_id text not null,
         day text not null, number text not null, device text not null, granted_at bigint not null,
         primary key (branch, ticket_id))`,
      `create table lease (
         id text primary key, branch text not null, device text not null,
         day text not null, letter text not null,
         from_no bigint not null, to_no bigint not null, issued_at bigint not null)`,
      'create index lease_day on lease (branch, day, letter)',
    ],
  },
  {
    name: '0003-access',
    statements: [
      `create table request_answer (
         branch text not null, request_id text not null,
         device text not null, answer text not null, answered_at bigint not null,
         primary key (device, request_id))`,
      `create table device (
         id text primary key, branch text not null, role text not null,
         public_key text not null, paired_at bigint not null, revoked_at bigint,
         last_seen bigint, health text)`,
      `create table pairing (
         code_hash text primary key, device text not null,
         created_at bigint not null, expires_at bigint not null,
         used_at bigint)`,
      `create table teller_pin (
         branch text not null, teller text not null,
         hash text not null, failures integer not null, locked_until bigint not null,
         primary key (branch, teller))`,
    ],
  },
  {
    // Unlogged: no disk write per request; `nonce_start` tells when a crash has emptied them.
    name: '0004-nonces',
    only: 'postgres',
    statements: [
      `create unlogged table nonce (
         device text not null, nonce text not null, created_at bigint not null,
         primary key (device, nonce))`,
      'create unlogged table nonce_start (at bigint not null)',
    ],
  },
  {
    // What the device's own clocks said, so that a wrongly dated fact can be dated again; null: of the authority.
    name: '0005-device-clocks',
    statements: [
      'alter table entry add column wall double precision',
      'alter table entry add column mono double precision',
      'alter table entry add column boot text',
      'alter table entry add column clock_offset bigint',
    ],
  },
];

type WithMigrations = { migration: { name: string } };

/** Brings an empty or older database up to date; all or nothing. */
export async function migrate(db: Db, dialect: Dialect): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(7436537)`.execute(transaction);
    await sql`create table if not exists migration (name text primary key)`.execute(transaction);
    const ledger = transaction as unknown as Kysely<WithMigrations>;
    const rows = await ledger.selectFrom('migration').select('name').execute();
    const done = rows.map((row) => row.name);
    const due = MIGRATIONS.filter(({ name, only = dialect }) => !done.includes(name) && only === dialect);
    for (const migration of due) await run(transaction, migration);
  });
}

async function run(db: Db, { name, statements }: Migration): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await (db as unknown as Kysely<WithMigrations>).insertInto('migration').values({ name }).execute();
}
