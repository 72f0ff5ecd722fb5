import type { FactId, TicketNumber } from '#domain/id.ts';
import { nextLeased } from '#domain/queue/next-leased.ts';
import { afterAnswer, afterHello, mayDeleteUpTo, startNewStream } from '#domain/sync/device-cursor.ts';
import { helloVerdict } from '#domain/sync/hello-verdict.ts';
import { type JudgedBatch, judgeBatch, type StreamView } from '#domain/sync/judge-batch.ts';
import { mergeLeases } from '#domain/sync/leases.ts';
import type { Cursor, Lease } from '#domain/sync/protocol.ts';
import type { Kept, Response, ServerData } from './model.ts';

type Judge = (view: StreamView<Kept>, facts: readonly Kept[]) => JudgedBatch<Kept> | 'refuse-all';

/**
 * Everything that keeps the simulated branch whole: the real rules of `src/domain/sync`, and what the code around them
 * has to do with its disk and its line. The test of the test weakens one of them at a time.
 */
export type Protections = {
  readonly judgeBatch: Judge;
  readonly helloVerdict: typeof helloVerdict;
  readonly afterAnswer: typeof afterAnswer;
  readonly afterHello: typeof afterHello;
  readonly startNewStream: typeof startNewStream;
  readonly mayDeleteUpTo: (cursor: Cursor) => number;
  readonly mergeLeases: typeof mergeLeases;
  readonly giveNumber: (
    leases: readonly Lease[],
    day: string,
    seen: readonly TicketNumber[],
  ) => { readonly number: TicketNumber; readonly leases: readonly Lease[] } | null;
  /** What stays on disk while a batch is on its way. */
  readonly whileSending: (outbox: readonly Kept[], batch: readonly Kept[]) => readonly Kept[];
  readonly counts: (response: Response) => boolean;
  readonly stillSent: (fact: Kept, today: number) => boolean;
  /** What the server finds when it was killed between the first and the last fact of a batch. */
  readonly afterKill: (before: ServerData, halfway: ServerData) => ServerData;
  readonly mustSayHello: (server: string, batch: string) => boolean;
  readonly jump: (next: number) => number;
  readonly lastIdOf: (cursor: Cursor) => FactId | null;
  readonly leasePositionIsOnDisk: boolean;
  readonly seqIsTakenInTransaction: boolean;
};

export const PROTECTIONS: Protections = {
  judgeBatch,
  helloVerdict,
  afterAnswer,
  afterHello,
  startNewStream,
  mayDeleteUpTo,
  mergeLeases,
  giveNumber(leases, day) {
    const leased = nextLeased(leases, day, 'A');
    return leased.ok ? leased.value : null;
  },
  whileSending: (outbox) => outbox,
  counts: (response) => response.is === 'answer',
  stillSent: () => true,
  afterKill: (before) => before,
  mustSayHello: (server, batch) => server !== batch,
  jump: (next) => next + 1000,
  lastIdOf: (cursor) => cursor.lastId,
  leasePositionIsOnDisk: true,
  seqIsTakenInTransaction: true,
};
