import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { Result } from '#domain/result.ts';
import { accept, refuse } from '#domain/result.ts';

export type FolderLock = { readonly release: () => void };

/**
 * One process at a time in a data folder; refused with the process id of the one that is there, where known. The
 * kernel holds the lock of an open transaction, so it ends with its process, however that ends, and two starts at once
 * cannot both have it.
 */
export function lockFolder(folder: string): Result<FolderLock, number | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = join(folder, 'lock');
  const held = new Database(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    held.exec('begin exclusive');
  } catch {
    held.close();
    return refuse(ownerIn(name));
  }
  writeFileSync(name, JSON.stringify({ pid: process.pid }), { mode: 0o600 });
  return accept({
    release() {
      rmSync(name, { force: true });
      held.exec('rollback');
      held.close();
    },
  });
}

function ownerIn(name: string): number | null {
  try {
    return (JSON.parse(readFileSync(name, 'utf8')) as { readonly pid: number }).pid;
  } catch {
    return null;
  }
}
