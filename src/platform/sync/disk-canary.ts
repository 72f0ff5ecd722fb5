import type { Cursor } from '#domain/sync/protocol.ts';
import type { Machine } from './machine.ts';

type Canary = { readonly stream: string; readonly seq: number };

/**
 * A second memory of the last number written, outside IndexedDB: damaged databases open empty or shortened and say
 * nothing. It is written after the disk, so it can be behind, never ahead.
 */
export function rememberSeq(machine: Machine, device: string, { stream, seq }: Cursor): void {
  try {
    machine.storage.setItem(nameFor(device), JSON.stringify({ stream, seq } satisfies Canary));
  } catch {
    // A full or forbidden second memory only makes the first one unwatched.
  }
}

/**
 * The disk holds less than was once written to it. A stream that has not even said hello, where another one was written
 * before, is a disk made anew after a wipe; streams started anew on a disk that lives on have said hello.
 */
export function hasLostFacts(machine: Machine, device: string, cursor: Cursor): boolean {
  try {
    const kept = JSON.parse(machine.storage.getItem(nameFor(device)) ?? 'null') as Canary | null;
    if (kept === null) return false;
    const isMadeAnew = cursor.epoch === '' && cursor.seq === 0;
    return kept.seq > cursor.seq && (kept.stream === cursor.stream || isMadeAnew);
  } catch {
    return false;
  }
}

function nameFor(device: string): string {
  return `ginkgo-canary-${device}`;
}
