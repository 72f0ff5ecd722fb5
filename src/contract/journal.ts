import * as v from 'valibot';
import { businessDay, id, outgoingSchema, ticketNumber } from './fact-schema.ts';
import { ANSWER_MARK, MAX_BATCH } from './protocol.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const mark = v.literal(ANSWER_MARK);

/** `POST /v1/hello`: who I am, how far I got, what I hold. Always first after a start, a reconnect or a refusal. */
export const helloSchema = v.object({
  proto: count,
  stream: id,
  epoch: v.string(),
  seq: count,
  upTo: count,
  lastId: v.nullable(id),
  /** Journal position this device has seen. Beyond the server's head: the server was restored from an old backup. */
  position: count,
  journalEpoch: v.string(),
  seen: v.object({ day: v.nullable(businessDay), highest: v.array(ticketNumber) }),
  leases: v.array(v.object({ id, day: businessDay, letter: v.string(), next: count, to: count })),
  clock: v.object({ wall: v.number(), mono: v.number(), boot: id }),
  configVersion: v.nullable(v.string()),
  health: v.object({
    appVersion: v.string(),
    unsent: count,
    persisted: v.boolean(),
    usedBytes: count,
    quotaBytes: count,
    troubles: v.array(v.string()),
  }),
});
export type Hello = v.InferOutput<typeof helloSchema>;

export const leaseSchema = v.object({ id, day: businessDay, letter: v.string(), next: count, to: count });

export const helloAnswerSchema = v.object({
  mark,
  /** Changes when the server's data went back in time. */
  epoch: v.string(),
  /** `fork`: this stream's number `upTo` holds another fact here; start a new stream. */
  stream: v.picklist(['known', 'fork']),
  upTo: count,
  safe: count,
  head: count,
  serverTime: v.number(),
  today: businessDay,
  leases: v.array(leaseSchema),
  maxBatch: count,
  minProto: count,
  /** The whole configuration when the device's is another version. */
  config: v.nullable(v.unknown()),
});
export type HelloAnswer = v.InferOutput<typeof helloAnswerSchema>;

/** `POST /v1/journal`: a batch of facts of one stream, oldest first. */
export const batchSchema = v.object({
  proto: count,
  stream: id,
  epoch: v.string(),
  mono: v.number(),
  wall: v.number(),
  boot: id,
  facts: v.pipe(v.array(outgoingSchema), v.minLength(1), v.maxLength(MAX_BATCH)),
});
export type Batch = v.InferOutput<typeof batchSchema>;

export const batchAnswerSchema = v.object({
  mark,
  end: v.variant('is', [
    v.object({ is: v.literal('done') }),
    v.object({ is: v.literal('expect'), seq: count }),
    v.object({ is: v.literal('fork'), seq: count }),
    /** The server's epoch changed since this device's last hello: say hello first, nothing was stored. */
    v.object({ is: v.literal('say-hello') }),
  ]),
  epoch: v.string(),
  upTo: count,
  safe: count,
  serverTime: v.number(),
  quarantined: v.array(v.object({ id, seq: count, code: v.string(), field: v.string() })),
});
export type BatchAnswer = v.InferOutput<typeof batchAnswerSchema>;

/** `GET /v1/entries?from=N` (long poll) and the `data:` of one `/v1/stream` event: entries after position N. */
export const entriesSchema = v.object({
  mark,
  epoch: v.string(),
  head: count,
  serverTime: v.number(),
  entries: v.array(v.unknown()),
});
export type Entries = v.InferOutput<typeof entriesSchema>;

/** `GET /v1/snapshot`: the folded day up to a position, for a device that starts empty or fell far behind. */
export const snapshotSchema = v.object({
  mark,
  epoch: v.string(),
  serverTime: v.number(),
  /** A `BranchDay`; its own `position` says how far it is folded. */
  day: v.unknown(),
});

export type Snapshot = v.InferOutput<typeof snapshotSchema>;

/** Every refusal, with any 4xx or 5xx status: what is wrong, where, and what to do. */
export const problemSchema = v.object({
  mark,
  error: v.string(),
  field: v.string(),
  fix: v.string(),
  serverTime: v.number(),
});
export type Problem = v.InferOutput<typeof problemSchema>;
