import type { Db } from './tables.ts';

/** A fact kept aside because it cannot be used: shown to staff, exportable, never thrown away. */
export type Quarantined = {
  readonly branch: string;
  readonly factId: string;
  readonly device: string;
  readonly stream: string;
  readonly seq: number;
  readonly code: string;
  readonly field: string;
  readonly receivedAt: number;
  readonly raw: unknown;
};

export async function allQuarantined(db: Db): Promise<readonly Quarantined[]> {
  const rows = await db.selectFrom('quarantine').selectAll().orderBy('received_at').orderBy('seq').execute();
  return rows.map((row) => ({
    branch: row.branch,
    factId: row.fact_id,
    device: row.device,
    stream: row.stream,
    seq: row.seq,
    code: row.code,
    field: row.field,
    receivedAt: row.received_at,
    raw: JSON.parse(row.raw),
  }));
}

export async function countQuarantined(db: Db): Promise<number> {
  const row = await db
    .selectFrom('quarantine')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return Number(row.rows);
}
