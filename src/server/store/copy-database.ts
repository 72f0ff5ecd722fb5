import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import type { Result } from '#domain/result.ts';
import { accept, refuse } from '#domain/result.ts';

export type VerifiedCopy = Result<{ readonly bytes: number }, string>;

/**
 * Copies a database that is in use, opens the copy, lets SQLite check it and compares its journal with the original's:
 * only then does it get its name. Blocks; meant for a thread of its own.
 */
export function copyDatabase(from: string, to: string): VerifiedCopy {
  const draft = `${to}.part`;
  rmSync(draft, { force: true });
  const source = new Database(from, { timeout: 5 });
  try {
    const before = journalOf(source);
    source.prepare('vacuum into ?').run(draft);
    const complaint = examine(draft, before);
    if (complaint !== null) return refuse(complaint);
    syncFile(draft);
    renameSync(draft, to);
    syncFile(dirname(to));
    return accept({ bytes: statSync(to).size });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  } finally {
    source.close();
    rmSync(draft, { force: true });
  }
}

type Journal = readonly { readonly branch: string; readonly position: number; readonly entries: number }[];

function journalOf(database: Database.Database): Journal {
  return database
    .prepare(
      `select branch, position, (select count(*) from entry where entry.branch = branch_head.branch) as entries
       from branch_head order by branch`,
    )
    .all() as Journal;
}

/** What is wrong with the copy; `null`: nothing. It may be further than the original was a moment before. */
function examine(file: string, before: Journal): string | null {
  const copy = new Database(file);
  try {
    const check = copy.prepare('pragma integrity_check').all() as readonly {
      readonly integrity_check: string;
    }[];
    if (check[0]?.integrity_check !== 'ok') return `the copy is damaged: ${check[0]?.integrity_check}`;
    const held = journalOf(copy);
    const short = before.find(({ branch, position }) => {
      const there = held.find((one) => one.branch === branch);
      return !there || there.position < position || there.entries !== there.position;
    });
    return short ? `the copy lacks entries of branch ${short.branch}` : null;
  } finally {
    copy.close();
  }
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
