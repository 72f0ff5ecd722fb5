import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BranchId } from '#domain/id.ts';
import { startEpoch } from './branch-lock.ts';
import { businessDayAt } from './business-day.ts';
import { jumpNumbers } from './lease-blocks.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Db } from './tables.ts';
import { writeDurably } from './write-durably.ts';

const GENERATION = 'generation';
const CLUSTER = 'cluster';

type Generation = { readonly lineage: string; readonly count: number };

/** What restoring has to know of a branch: whose numbers jump, and from which date on. */
export type BranchLines = {
  readonly branch: BranchId;
  readonly letters: readonly string[];
  readonly timeZone: string;
};

export type RestoreCase = { readonly db: Db; readonly lines: readonly BranchLines[]; readonly now: number };

/** The database is a copy from before: every branch gets a new epoch and its numbers jump. */
async function noteRestored(db: Db, why: string, { lines, now }: RestoreCase): Promise<void> {
  for (const { branch, letters, timeZone } of lines) {
    await startEpoch(db, branch, why, now);
    await jumpNumbers(db, { branch, letters, today: businessDayAt(now, timeZone) });
  }
}

/**
 * Embedded: every start counts one on, in the database and then in a file beside it. A database that is behind its
 * file was put back from a backup.
 */
export async function checkGeneration(restore: RestoreCase, file: string): Promise<boolean> {
  const { db } = restore;
  const stored = parse(await readMeta(db, GENERATION));
  const beside = parse(readOrNull(file));
  const restored =
    beside !== null && (stored === null || stored.lineage !== beside.lineage || stored.count < beside.count);
  const next = {
    lineage: stored?.lineage ?? randomUUID(),
    count: Math.max(stored?.count ?? 0, beside?.count ?? 0) + 1,
  };
  await db.transaction().execute(async (transaction) => {
    if (restored) await noteRestored(transaction, 'the database is older than its folder', restore);
    await writeMeta(transaction, GENERATION, JSON.stringify(next));
  });
  writeDurably(file, JSON.stringify(next));
  return restored;
}

/** PostgreSQL: another cluster, or the same one on another timeline, was restored or promoted. */
export async function checkCluster(restore: RestoreCase, identity: string): Promise<boolean> {
  return await restore.db.transaction().execute(async (transaction) => {
    const before = await readMeta(transaction, CLUSTER);
    if (before === identity) return false;
    await writeMeta(transaction, CLUSTER, identity);
    if (before === null) return false;
    await noteRestored(transaction, 'PostgreSQL was restored or promoted', restore);
    return true;
  });
}

function parse(text: string | null): Generation | null {
  return text === null ? null : (JSON.parse(text) as Generation);
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
