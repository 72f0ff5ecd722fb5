import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '#domain/result.ts';
import { accept, refuse } from '#domain/result.ts';

type Owner = { readonly pid: number; readonly startedAt: string };
export type FolderLock = { readonly release: () => void };

/**
 * One process at a time in a data folder. The file names its owner by process id and start time, so that a lock left
 * behind by `kill -9` or a power cut is seen to be nobody's, even when the number was given out again.
 */
export function lockFolder(folder: string): Result<FolderLock, Owner> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lock');
  const mine: Owner = { pid: process.pid, startedAt: startOf(process.pid) ?? 'unknown' };
  for (let round = 0; round < 2; round += 1) {
    if (tryCreate(file, mine)) {
      return accept({ release: () => rmSync(file, { force: true }) });
    }
    const owner = readOwner(file);
    if (owner !== null && isAlive(owner)) return refuse(owner);
    rmSync(file, { force: true });
  }
  return refuse(readOwner(file) ?? mine);
}

function tryCreate(file: string, owner: Owner): boolean {
  try {
    writeFileSync(file, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = startOf(owner.pid);
  return start === null || start === owner.startedAt;
}

/** When a process began, as the kernel tells it, with the boot it belongs to; `null` where that cannot be read. */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the 20th field after it is the start time.
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return null;
  }
}
