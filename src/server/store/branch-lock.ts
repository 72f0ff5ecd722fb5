import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { BranchId } from '#domain/id.ts';
import type { Dialect } from './migrations.ts';
import type { Db } from './tables.ts';

export type BranchHead = { readonly branch: BranchId; readonly position: number; readonly epoch: string };

/** Takes the branch's row for this transaction: positions stay gapless and its requests are decided one by one. */
export async function lockBranch(db: Db, branch: BranchId, dialect: Dialect): Promise<BranchHead> {
  const query = db.selectFrom('branch_head').selectAll().where('branch', '=', branch);
  return await (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirstOrThrow();
}

export async function ensureBranch(db: Db, branch: BranchId, now: number): Promise<void> {
  const epoch = randomUUID();
  const added = await db
    .insertInto('branch_head')
    .values({ branch, position: 0, epoch })
    .onConflict((conflict) => conflict.doNothing())
    .returning('branch')
    .execute();
  if (added.length === 0) return;
  await db.insertInto('epoch').values({ epoch, branch, since: now, reason: 'first start' }).execute();
}

/** The data went back in time: devices hear of a new epoch, say hello, and send again what is missing here. */
export async function startEpoch(db: Db, branch: BranchId, why: string, now: number): Promise<string> {
  const epoch = randomUUID();
  await db.insertInto('epoch').values({ epoch, branch, since: now, reason: why }).execute();
  await db.updateTable('branch_head').set({ epoch }).where('branch', '=', branch).execute();
  return epoch;
}

export async function isKnownEpoch(db: Db, branch: BranchId, epoch: string): Promise<boolean> {
  const rows = await db
    .selectFrom('epoch')
    .select('epoch')
    .where('branch', '=', branch)
    .where('epoch', '=', epoch)
    .execute();
  return rows.length > 0;
}

export async function allHeads(db: Db): Promise<readonly BranchHead[]> {
  return await db.selectFrom('branch_head').selectAll().execute();
}

/** Whether the database answers. */
export async function answers(db: Db): Promise<boolean> {
  return await sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
}
