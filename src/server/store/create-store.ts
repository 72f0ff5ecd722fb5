import type { Entry } from '#domain/event.ts';
import type { BranchId } from '#domain/id.ts';
import { acceptBatch } from './accept-batch.ts';
import { BACKUP_AT, markBackup, noteBackupVerified } from './backup-mark.ts';
import { allHeads, answers, type BranchHead, ensureBranch, lockBranch } from './branch-lock.ts';
import * as devices from './devices.ts';
import { appendEntries, entriesAfter, positionBefore } from './entries.ts';
import type {
  BackupOutcome,
  BranchTransaction,
  CommitListener,
  EventStore,
  NonceVerdict,
} from './event-store.ts';
import { readMeta } from './meta.ts';
import type { Dialect } from './migrations.ts';
import { grantNumber } from './number-counter.ts';
import { allQuarantined, countQuarantined } from './quarantine.ts';
import type { BranchLines, RestoreCase } from './restore-check.ts';
import { sayHello } from './say-hello.ts';
import type { Db } from './tables.ts';
import { hasPin, setPin, tryPin } from './teller-pins.ts';
import { tidy } from './tidy.ts';

export type StoreParts = {
  readonly db: Db;
  readonly dialect: Dialect;
  readonly now: () => number;
  readonly useNonce: (device: string, nonce: string, created: number) => Promise<NonceVerdict>;
  readonly checkRestored: (restore: RestoreCase) => Promise<boolean>;
  readonly backup: (marks: BackupMarks) => Promise<BackupOutcome>;
  readonly close: () => Promise<void>;
};

export type BackupMarks = {
  readonly begin: () => Promise<string>;
  readonly verified: (mark: string, now: number) => Promise<boolean>;
};

/** The store over either database; what differs between the two comes as parts. */
export function createStore({
  db,
  dialect,
  now,
  useNonce,
  checkRestored,
  backup,
  close,
}: StoreParts): EventStore {
  let lines: readonly BranchLines[] = [];
  const listeners: CommitListener[] = [];
  const tell = (branch: BranchId, entries: readonly Entry[]): void => {
    if (entries.length > 0) for (const listener of listeners) listener(branch, entries);
  };
  const atomically = <Value>(work: (transaction: Db) => Promise<Value>): Promise<Value> =>
    db.transaction().execute(work);

  const marks: BackupMarks = {
    begin: () => atomically(markBackup),
    verified: (mark, at) => atomically((transaction) => noteBackupVerified(transaction, mark, at)),
  };

  return {
    dialect,
    useNonce,
    close,
    backup: () => backup(marks),
    onCommit: (listener) => void listeners.push(listener),
    ensureBranches: async (branches) => {
      lines = branches;
      await atomically(async (transaction) => {
        for (const { branch } of branches) await ensureBranch(transaction, branch, now());
      });
    },
    checkRestored: () => checkRestored({ db, lines, now: now() }),
    heads: () => allHeads(db),
    entriesAfter: (branch, position, limit) => entriesAfter(db, branch, position, limit),
    acceptBatch: async (incoming) => {
      const outcome = await atomically((transaction) => acceptBatch(transaction, dialect, incoming));
      tell(incoming.branch, outcome.appended);
      return outcome;
    },
    sayHello: (incoming) => atomically((transaction) => sayHello(transaction, dialect, incoming)),
    inBranch: async (branch, work) => {
      const appended: Entry[] = [];
      const value = await atomically(async (transaction) => {
        const head = await lockBranch(transaction, branch, dialect);
        return await work(branchTransaction(transaction, dialect, head, appended));
      });
      tell(branch, appended);
      return value;
    },
    devices: {
      find: (id) => devices.findDevice(db, id),
      all: () => devices.allDevices(db),
      revoke: (id, at) => devices.revokeDevice(db, id, at),
      noteSeen: (id, at, health) => devices.noteSeen(db, id, at, health),
      offerPairing: (offer) => devices.offerPairing(db, offer),
      isPairingOpen: (device, code, at) => devices.isPairingOpen(db, device, code, at),
      deviceOfCode: (code) => devices.deviceOfCode(db, code),
      pair: (pairing) => atomically((transaction) => devices.pairDevice(transaction, pairing)),
    },
    pins: {
      attempt: (attempt) => tryPin(db, attempt),
      set: (branch, teller, pin) => setPin(db, branch, teller, pin),
      has: (branch, teller) => hasPin(db, branch, teller),
    },
    quarantine: () => allQuarantined(db),
    markBackup: () => atomically(markBackup),
    noteBackupVerified: (mark, at) => atomically((transaction) => noteBackupVerified(transaction, mark, at)),
    condition: async () => {
      if (!(await answers(db))) return { answering: false, quarantined: 0, backupAt: null };
      const backupAt = await readMeta(db, BACKUP_AT);
      return {
        answering: true,
        quarantined: await countQuarantined(db),
        backupAt: backupAt === null ? null : Number(backupAt),
      };
    },
    tidy: (at) => atomically((transaction) => tidy(transaction, at)),
  };
}

function branchTransaction(
  db: Db,
  dialect: Dialect,
  start: BranchHead,
  appended: Entry[],
): BranchTransaction {
  const { branch } = start;
  let head = start;
  return {
    head: start,
    entriesAfter: (position, limit) => entriesAfter(db, branch, position, limit),
    positionBefore: (day) => positionBefore(db, branch, day),
    append: async (facts) => {
      const drafts = facts.map((fact) => ({
        ...fact,
        stream: '',
        seq: 0,
        uncertain: false,
        receivedAt: fact.at,
        clocks: null,
      }));
      const entries = await appendEntries(db, dialect, head, drafts);
      head = { ...head, position: head.position + entries.length };
      appended.push(...entries);
      return entries;
    },
    grantNumber: (grant) => grantNumber(db, { ...grant, branch }),
    answerFor: async (device, requestId) => {
      const row = await db
        .selectFrom('request_answer')
        .select('answer')
        .where('device', '=', device)
        .where('request_id', '=', requestId)
        .executeTakeFirst();
      return row?.answer ?? null;
    },
    keepAnswer: async ({ device, requestId, answer, now }) => {
      await db
        .insertInto('request_answer')
        .values({ branch, device, request_id: requestId, answer, answered_at: now })
        .execute();
    },
  };
}
