import type { Batch } from '#contract/journal.ts';
import type { Entry, Fact } from '#domain/event.ts';
import type { BranchId, DeviceId } from '#domain/id.ts';
import { type BatchStep, judgeBatch, type Unusable } from '#domain/sync/judge-batch.ts';
import { occurredAt } from '#domain/sync/occurred-at.ts';
import type { BatchEnd } from '#domain/sync/protocol.ts';
import { lockBranch } from './branch-lock.ts';
import { businessDayAt } from './business-day.ts';
import { appendEntries, type EntryDraft, factIdsOfStream, knownFactIds } from './entries.ts';
import type { Dialect } from './migrations.ts';
import type { Db, Tables } from './tables.ts';

export type IncomingBatch = {
  readonly branch: BranchId;
  readonly timeZone: string;
  readonly device: DeviceId;
  readonly batch: Batch;
  readonly receivedAt: number;
  /** Why a fact cannot be used: wrong shape, or not this role's to say. `null`: it can. */
  readonly check: (fact: unknown) => Unusable | null;
};

export type BatchOutcome = {
  readonly end: BatchEnd | { readonly is: 'say-hello' };
  readonly epoch: string;
  readonly upTo: number;
  readonly safe: number;
  readonly quarantined: readonly {
    readonly id: string;
    readonly seq: number;
    readonly code: string;
    readonly field: string;
  }[];
  readonly appended: readonly Entry[];
};

type Sent = Batch['facts'][number];
type StreamRow = Tables['stream'];

/** Facts, quarantine and the stream's high-water mark in one transaction: all of it is durable, or none. */
export async function acceptBatch(db: Db, dialect: Dialect, incoming: IncomingBatch): Promise<BatchOutcome> {
  const head = await lockBranch(db, incoming.branch, dialect);
  const { device, batch } = incoming;
  const stream = await streamRow(db, device, batch.stream);
  const before = { epoch: head.epoch, upTo: stream?.up_to ?? 0, safe: stream?.safe ?? 0 };
  if (batch.epoch !== head.epoch) {
    return { ...before, end: { is: 'say-hello' }, quarantined: [], appended: [] };
  }
  const judged = judgeBatch(await viewOf(db, dialect, incoming, before.upTo), batch.facts);
  const clock = await clockOf(db, incoming, stream);
  const appended = await appendEntries(db, dialect, head, draftsOf(incoming, judged.steps, clock));
  // A repeat is told again what became of its facts: the first answer may never have arrived.
  const quarantined = [
    ...(await quarantinedEarlier(db, incoming, before.upTo)),
    ...(await quarantine(db, incoming, judged.steps)),
  ];
  await renumber(db, incoming, judged.steps);
  if (judged.lastId !== null)
    await moveStream(db, incoming, stream, { upTo: judged.upTo, lastId: judged.lastId });
  return { ...before, end: judged.end, upTo: judged.upTo, quarantined, appended };
}

async function streamRow(db: Db, device: string, stream: string): Promise<StreamRow | undefined> {
  return await db
    .selectFrom('stream')
    .selectAll()
    .where('device', '=', device)
    .where('stream', '=', stream)
    .executeTakeFirst();
}

async function viewOf(
  db: Db,
  dialect: Dialect,
  { branch, device, batch, check }: IncomingBatch,
  upTo: number,
) {
  const old = batch.facts.filter((fact) => fact.seq <= upTo).map((fact) => fact.seq);
  const fresh = batch.facts.filter((fact) => fact.seq > upTo).map((fact) => fact.id);
  const held = await factIdsOfStream(db, {
    device,
    stream: batch.stream,
    from: old.length === 0 ? 1 : Math.min(...old),
    to: old.length === 0 ? 0 : Math.max(...old),
  });
  const known = await knownFactIds(db, dialect, branch, fresh);
  return {
    upTo,
    idAt: (seq: number) => held.get(seq) ?? null,
    isKnown: (id: string) => known.has(id),
    check: (fact: Sent) => check(fact.fact),
  };
}

function draftsOf(
  { device, timeZone, batch, receivedAt }: IncomingBatch,
  steps: readonly BatchStep<Sent>[],
  clock: StreamClock,
): readonly EntryDraft[] {
  let { notBefore } = clock;
  return steps
    .filter((step) => step.verdict === 'append')
    .map(({ fact: sent }) => {
      const { lastOffset } = clock;
      const occurred = occurredAt({ fact: sent, batch, receivedAt, lastOffset, notBefore });
      const at = Math.max(0, occurred.at);
      notBefore = at;
      return {
        id: sent.id,
        device,
        stream: batch.stream,
        seq: sent.seq,
        at,
        day: businessDayAt(at, timeZone),
        uncertain: occurred.uncertain,
        receivedAt,
        clocks: {
          wall: sent.wall,
          mono: sent.mono,
          boot: sent.boot,
          offset: boundedOffset(receivedAt - batch.wall),
        },
        fact: sent.fact as Fact,
      };
    });
}

type StreamClock = { readonly lastOffset: number | null; readonly notBefore: number | null };

/** What is known of the stream's time; looked up only where the device's running clock does not tell. */
async function clockOf(
  db: Db,
  { device, batch }: IncomingBatch,
  stream: StreamRow | undefined,
): Promise<StreamClock> {
  const lastOffset = stream?.clock_offset ?? null;
  if (batch.facts.every(({ boot }) => boot === batch.boot)) return { lastOffset, notBefore: null };
  const last = await db
    .selectFrom('entry')
    .select('at')
    .where('device', '=', device)
    .where('stream', '=', batch.stream)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { lastOffset, notBefore: last?.at ?? null };
}

async function quarantine(
  db: Db,
  { branch, device, batch, receivedAt }: IncomingBatch,
  steps: readonly BatchStep<Sent>[],
): Promise<BatchOutcome['quarantined']> {
  const aside = steps.flatMap(({ fact, verdict }) =>
    typeof verdict === 'object' ? [{ fact, unusable: verdict.quarantine }] : [],
  );
  if (aside.length === 0) return [];
  const rows = aside.map(({ fact, unusable }) => ({
    branch,
    fact_id: fact.id,
    device,
    stream: batch.stream,
    seq: fact.seq,
    code: unusable.code,
    field: unusable.field,
    received_at: receivedAt,
    raw: JSON.stringify(fact),
  }));
  await db.insertInto('quarantine').values(rows).execute();
  return aside.map(({ fact, unusable }) => ({ id: fact.id, seq: fact.seq, ...unusable }));
}

async function quarantinedEarlier(
  db: Db,
  { device, batch }: IncomingBatch,
  upTo: number,
): Promise<BatchOutcome['quarantined']> {
  const repeated = batch.facts.map((fact) => fact.seq).filter((seq) => seq <= upTo);
  if (repeated.length === 0) return [];
  return await db
    .selectFrom('quarantine')
    .select(['fact_id as id', 'seq', 'code', 'field'])
    .where('device', '=', device)
    .where('stream', '=', batch.stream)
    .where('seq', 'in', repeated)
    .execute();
}

async function renumber(
  db: Db,
  { device, batch }: IncomingBatch,
  steps: readonly BatchStep<Sent>[],
): Promise<void> {
  const rows = steps
    .filter((step) => step.verdict === 'already')
    .map(({ fact }) => ({ device, stream: batch.stream, seq: fact.seq, fact_id: fact.id }));
  if (rows.length > 0) await db.insertInto('renumbered').values(rows).execute();
}

async function moveStream(
  db: Db,
  { branch, device, batch, receivedAt }: IncomingBatch,
  before: StreamRow | undefined,
  now: { readonly upTo: number; readonly lastId: string },
): Promise<void> {
  const moved = {
    up_to: now.upTo,
    last_id: now.lastId,
    clock_offset: boundedOffset(receivedAt - batch.wall),
  };
  if (before) {
    await db
      .updateTable('stream')
      .set(moved)
      .where('device', '=', device)
      .where('stream', '=', batch.stream)
      .execute();
    return;
  }
  await db
    .insertInto('stream')
    .values({ device, stream: batch.stream, branch, safe: 0, backup_mark: 0, ...moved })
    .execute();
}

/** Any JSON number may come as a clock; the column holds whole milliseconds. */
function boundedOffset(offset: number): number {
  return Math.round(Math.max(-1e15, Math.min(1e15, offset)));
}
