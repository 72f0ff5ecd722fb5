import type { Hello } from '#contract/journal.ts';
import type { BranchId, BusinessDay, DeviceId, FactId } from '#domain/id.ts';
import { helloVerdict } from '#domain/sync/hello-verdict.ts';
import type { Lease } from '#domain/sync/protocol.ts';
import { isKnownEpoch, lockBranch, startEpoch } from './branch-lock.ts';
import { factIdsOfStream } from './entries.ts';
import { jumpNumbers, type LeaseCase, respectSeenNumbers, topUpLeases } from './lease-blocks.ts';
import type { Dialect } from './migrations.ts';
import type { Db } from './tables.ts';

export type IncomingHello = {
  readonly branch: BranchId;
  readonly device: DeviceId;
  readonly hello: Hello;
  readonly today: BusinessDay;
  readonly now: number;
  /** Letters this device may need blocks of: all of them for a kiosk, none for others. */
  readonly leaseLetters: readonly string[];
  /** Every letter of the branch: after a restore all their numbers jump. */
  readonly letters: readonly string[];
};

export type HelloOutcome = {
  readonly epoch: string;
  readonly stream: 'known' | 'fork';
  readonly upTo: number;
  readonly safe: number;
  readonly head: number;
  readonly leases: readonly Lease[];
  /** This hello showed that the database is older than its devices. */
  readonly restored: boolean;
};

/** Compares what a device remembers with what is stored, and hands a kiosk its blocks of numbers. */
export async function sayHello(db: Db, dialect: Dialect, incoming: IncomingHello): Promise<HelloOutcome> {
  const { branch, device, hello, now } = incoming;
  const head = await lockBranch(db, branch, dialect);
  const record = await db
    .selectFrom('stream')
    .select(['up_to', 'last_id', 'safe'])
    .where('device', '=', device)
    .where('stream', '=', hello.stream)
    .executeTakeFirst();
  const verdict = helloVerdict({
    record: record ? { upTo: record.up_to, safe: record.safe } : null,
    idAtUpTo: await idAt(db, device, hello, record?.up_to ?? 0),
    epoch: await knowledgeOf(db, branch, head.epoch, hello),
    head: head.position,
    hello: {
      upTo: hello.upTo,
      lastId: hello.lastId,
      // A position of an earlier epoch counts lines that this journal may have numbered otherwise.
      position: hello.journalEpoch === head.epoch ? hello.position : 0,
    },
  });
  const lease: LeaseCase = { branch, device, today: incoming.today, letters: incoming.letters, hello, now };
  const epoch = verdict.restored
    ? await startEpoch(db, branch, `a device was ahead: ${device}`, now)
    : head.epoch;
  await respectSeenNumbers(db, lease);
  if (verdict.restored) await jumpNumbers(db, lease);
  const leases = await topUpLeases(db, { ...lease, letters: incoming.leaseLetters });
  return {
    epoch,
    stream: verdict.stream,
    upTo: verdict.upTo,
    safe: record?.safe ?? 0,
    head: head.position,
    leases,
    restored: verdict.restored,
  };
}

async function idAt(db: Db, device: DeviceId, hello: Hello, stored: number): Promise<FactId | null> {
  if (hello.upTo === 0 || hello.upTo > stored) return null;
  const range = { device, stream: hello.stream, from: hello.upTo, to: hello.upTo };
  return (await factIdsOfStream(db, range)).get(hello.upTo) ?? null;
}

async function knowledgeOf(
  db: Db,
  branch: BranchId,
  current: string,
  hello: Hello,
): Promise<'current' | 'earlier' | 'unknown'> {
  for (const epoch of [hello.epoch, hello.journalEpoch]) {
    if (epoch === '' || epoch === current) continue;
    if (!(await isKnownEpoch(db, branch, epoch))) return 'unknown';
  }
  return hello.epoch === '' || hello.epoch === current ? 'current' : 'earlier';
}
