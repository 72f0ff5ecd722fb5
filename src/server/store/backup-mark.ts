import { randomUUID } from 'node:crypto';
import { readMeta, writeMeta } from './meta.ts';
import type { Db } from './tables.ts';

export const BACKUP_AT = 'backup-at';
const BACKUP_MARK = 'backup-mark';

/** Remembers how far every stream is before a backup begins: at least that much will be in it. */
export async function markBackup(db: Db): Promise<string> {
  const mark = randomUUID();
  await db
    .updateTable('stream')
    .set((row) => ({ backup_mark: row.ref('up_to') }))
    .execute();
  await writeMeta(db, BACKUP_MARK, mark);
  return mark;
}

/** `false`: another backup began since, or none did; nothing changes. */
export async function noteBackupVerified(db: Db, mark: string, now: number): Promise<boolean> {
  if ((await readMeta(db, BACKUP_MARK)) !== mark) return false;
  await db
    .updateTable('stream')
    .set((row) => ({ safe: row.ref('backup_mark') }))
    .execute();
  await writeMeta(db, BACKUP_AT, String(now));
  await writeMeta(db, BACKUP_MARK, '');
  return true;
}
