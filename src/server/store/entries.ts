import { CompiledQuery } from 'kysely';
import type { Entry, Fact } from '#domain/event.ts';
import type { BranchId, BusinessDay, DeviceId, FactId } from '#domain/id.ts';
import type { BranchHead } from './branch-lock.ts';
import { cached, insertRows, tuple } from './insert-rows.ts';
import type { Dialect } from './migrations.ts';
import type { Db } from './tables.ts';

export type DeviceClocks = {
  readonly wall: number;
  readonly mono: number;
  readonly boot: string;
  readonly offset: number;
};

/** An entry before it has its position. Facts of the server's authority belong to no stream: `stream: ''`. */
export type EntryDraft = {
  readonly id: FactId;
  readonly device: DeviceId;
  readonly stream: string;
  readonly seq: number;
  readonly at: number;
  readonly day: BusinessDay;
  readonly uncertain: boolean;
  readonly receivedAt: number;
  /** As the device read them; `null`: the fact is the authority's own. */
  readonly clocks: DeviceClocks | null;
  readonly fact: Fact;
};

/** Writes drafts at the next positions of a locked branch. */
export async function appendEntries(
  db: Db,
  dialect: Dialect,
  head: BranchHead,
  drafts: readonly EntryDraft[],
): Promise<readonly Entry[]> {
  if (drafts.length === 0) return [];
  const rows = drafts.map((draft, index) => ({
    branch: head.branch,
    position: head.position + 1 + index,
    device: draft.device,
    stream: draft.stream,
    seq: draft.seq,
    fact_id: draft.id,
    kind: draft.fact.kind,
    at: draft.at,
    day: draft.day,
    uncertain: draft.uncertain ? 1 : 0,
    received_at: draft.receivedAt,
    body: JSON.stringify(draft.fact),
    wall: draft.clocks?.wall ?? null,
    mono: draft.clocks?.mono ?? null,
    boot: draft.clocks?.boot ?? null,
    clock_offset: draft.clocks?.offset ?? null,
  }));
  await insertRows(db, dialect, 'entry', rows);
  await db
    .updateTable('branch_head')
    .set({ position: head.position + drafts.length })
    .where('branch', '=', head.branch)
    .execute();
  return drafts.map(({ id, device, at, day, fact }, index) => ({
    position: head.position + 1 + index,
    id,
    device,
    at,
    day,
    fact,
  }));
}

export async function entriesAfter(
  db: Db,
  branch: BranchId,
  position: number,
  limit: number,
): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('entry')
    .select(['position', 'fact_id', 'device', 'at', 'day', 'body'])
    .where('branch', '=', branch)
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    position: row.position,
    id: row.fact_id,
    device: row.device,
    at: row.at,
    day: row.day,
    fact: JSON.parse(row.body) as Fact,
  }));
}

/** The position before a day's first entry: folding from there gives the whole day. */
export async function positionBefore(db: Db, branch: BranchId, day: BusinessDay): Promise<number> {
  const first = await db
    .selectFrom('entry')
    .select('position')
    .where('branch', '=', branch)
    .where('day', '=', day)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  if (first) return first.position - 1;
  const head = await db
    .selectFrom('branch_head')
    .select('position')
    .where('branch', '=', branch)
    .executeTakeFirst();
  return head?.position ?? 0;
}

/** Which of these fact ids the branch already has, kept or quarantined. */
export async function knownFactIds(
  db: Db,
  dialect: Dialect,
  branch: BranchId,
  ids: readonly FactId[],
): Promise<ReadonlySet<FactId>> {
  if (ids.length === 0) return new Set();
  const text = cached(`${dialect} known ${ids.length}`, () => {
    const from = (table: string, at: number) =>
      `select fact_id from ${table} where branch = ${dialect === 'postgres' ? `$${at}` : '?'} and fact_id in ${tuple(dialect, at, ids.length)}`;
    return `${from('entry', 1)} union all ${from('quarantine', ids.length + 2)}`;
  });
  const values = [branch, ...ids, branch, ...ids];
  const known = await db.executeQuery<{ fact_id: string }>(CompiledQuery.raw(text, values));
  return new Set(known.rows.map((row) => row.fact_id));
}

/** Which fact a stream has under each number of a range. */
export async function factIdsOfStream(
  db: Db,
  range: { readonly device: string; readonly stream: string; readonly from: number; readonly to: number },
): Promise<ReadonlyMap<number, FactId>> {
  if (range.from > range.to) return new Map();
  const from = (table: 'entry' | 'quarantine' | 'renumbered') =>
    db
      .selectFrom(table)
      .select(['seq', 'fact_id'])
      .where('device', '=', range.device)
      .where('stream', '=', range.stream)
      .where('seq', '>=', range.from)
      .where('seq', '<=', range.to);
  const rows = await from('entry').unionAll(from('quarantine')).unionAll(from('renumbered')).execute();
  return new Map(rows.map((row) => [row.seq, row.fact_id]));
}
