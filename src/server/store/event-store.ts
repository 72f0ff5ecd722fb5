import type { Entry, Fact } from '#domain/event.ts';
import type { BranchId, BusinessDay, DeviceId, FactId, TellerId, TicketNumber } from '#domain/id.ts';
import type { BatchOutcome, IncomingBatch } from './accept-batch.ts';
import type { BranchHead } from './branch-lock.ts';
import type { PairedDevice, Pairing, PairingCase } from './devices.ts';
import type { Dialect } from './migrations.ts';
import type { Grant } from './number-counter.ts';
import type { Quarantined } from './quarantine.ts';
import type { BranchLines } from './restore-check.ts';
import type { HelloOutcome, IncomingHello } from './say-hello.ts';
import type { PinTry, PinVerdict } from './teller-pins.ts';

/** Facts the branch's authority decided on, about to be written in the same transaction. */
export type DecidedFact = {
  readonly id: FactId;
  readonly device: DeviceId;
  readonly at: number;
  readonly day: BusinessDay;
  readonly fact: Fact;
};

/** One locked branch: what is done here is done one after the other, over all server processes. */
export type BranchTransaction = {
  readonly head: BranchHead;
  readonly entriesAfter: (position: number, limit: number) => Promise<readonly Entry[]>;
  readonly positionBefore: (day: BusinessDay) => Promise<number>;
  readonly append: (facts: readonly DecidedFact[]) => Promise<readonly Entry[]>;
  readonly grantNumber: (grant: Omit<Grant, 'branch'>) => Promise<TicketNumber | null>;
  readonly answerFor: (device: DeviceId, requestId: string) => Promise<string | null>;
  readonly keepAnswer: (kept: {
    readonly device: DeviceId;
    readonly requestId: string;
    readonly answer: string;
    readonly now: number;
  }) => Promise<void>;
};

/** Entries one commit added; always contiguous, told after they are durable. */
export type CommitListener = (branch: BranchId, entries: readonly Entry[]) => void;

/** `clock`: made before this store could remember nonces; sign again. */
export type NonceVerdict = 'fresh' | 'replayed' | 'clock';

export type StoreCondition = {
  readonly answering: boolean;
  readonly quarantined: number;
  /** When the newest verified backup was made; `null`: there is none. */
  readonly backupAt: number | null;
};

/** `unsupported`: on PostgreSQL the bank's own backup does it, and tells us by `noteBackupVerified`. */
export type BackupOutcome =
  | { readonly is: 'verified'; readonly file: string; readonly bytes: number }
  | { readonly is: 'unchanged' }
  | { readonly is: 'unsupported' }
  | { readonly is: 'failed'; readonly reason: string };

/** Where the branch's journal is kept: SQLite beside the server, or the bank's PostgreSQL. */
export type EventStore = {
  readonly dialect: Dialect;
  /** Makes the branches known; again whenever the configuration changes. */
  readonly ensureBranches: (branches: readonly BranchLines[]) => Promise<void>;
  /** `true`: the database went back in time since it was last looked at; epochs are new and numbers have jumped. */
  readonly checkRestored: () => Promise<boolean>;
  readonly heads: () => Promise<readonly BranchHead[]>;
  readonly entriesAfter: (branch: BranchId, position: number, limit: number) => Promise<readonly Entry[]>;
  readonly acceptBatch: (incoming: IncomingBatch) => Promise<BatchOutcome>;
  readonly sayHello: (incoming: IncomingHello) => Promise<HelloOutcome>;
  readonly inBranch: <Value>(
    branch: BranchId,
    work: (transaction: BranchTransaction) => Promise<Value>,
  ) => Promise<Value>;
  readonly onCommit: (listener: CommitListener) => void;
  readonly devices: {
    readonly find: (id: DeviceId) => Promise<PairedDevice | null>;
    readonly all: () => Promise<readonly PairedDevice[]>;
    readonly revoke: (id: DeviceId, now: number) => Promise<boolean>;
    readonly noteSeen: (id: DeviceId, now: number, health: string) => Promise<void>;
    readonly offerPairing: (offer: {
      readonly device: DeviceId;
      readonly code: string;
      readonly now: number;
      readonly expiresAt: number;
    }) => Promise<void>;
    readonly isPairingOpen: (device: DeviceId, code: string, now: number) => Promise<boolean>;
    readonly deviceOfCode: (code: string) => Promise<DeviceId | null>;
    readonly pair: (pairing: PairingCase) => Promise<Pairing>;
  };
  readonly pins: {
    readonly attempt: (attempt: PinTry) => Promise<PinVerdict>;
    readonly set: (branch: BranchId, teller: TellerId, pin: string) => Promise<void>;
    readonly has: (branch: BranchId, teller: TellerId) => Promise<boolean>;
  };
  readonly useNonce: (device: DeviceId, nonce: string, created: number) => Promise<NonceVerdict>;
  readonly quarantine: () => Promise<readonly Quarantined[]>;
  readonly backup: () => Promise<BackupOutcome>;
  /** A backup begins now: remembers what it will hold. Resolves to the mark to give when it is verified. */
  readonly markBackup: () => Promise<string>;
  /** The backup that began at this mark was opened and compared: devices may let go of what it holds. */
  readonly noteBackupVerified: (mark: string, now: number) => Promise<boolean>;
  readonly condition: () => Promise<StoreCondition>;
  /** Forgets answers, grants and blocks of long ago. */
  readonly tidy: (now: number) => Promise<void>;
  readonly close: () => Promise<void>;
};
