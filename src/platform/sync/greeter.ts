import type { Hello, HelloAnswer } from '#contract/journal.ts';
import { PROTOCOL_VERSION } from '#contract/protocol.ts';
import { seenNumbers } from '#domain/sync/leases.ts';
import { type Reading, readMeta } from './device-store.ts';
import type { LineParts } from './line.ts';
import { settleHello } from './outbox.ts';

/** `shut`: this device may no longer speak here. */
export type Greeted =
  | { readonly is: 'greeted'; readonly head: number; readonly epoch: string }
  | { readonly is: 'silence' | 'shut' };

const HELLO_TIMEOUT_MS = 5000;
/** A round only goes back or starts a new stream: a server that needs more rounds contradicts itself. */
const MOST_ROUNDS = 5;

const SHAPE = {
  epoch: 'string',
  stream: 'string',
  upTo: 'number',
  safe: 'number',
  head: 'number',
  today: 'string',
  leases: 'object',
  minProto: 'number',
} as const;

/** The server knows another key of this device, or none. */
const UNPAIRED = ['unknown-device', 'bad-signature'];

/** Says hello until both sides agree how far this device is. */
export async function greet(parts: LineParts, signal: AbortSignal): Promise<Greeted> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const hello = await helloOf(parts);
    if (hello === null) return { is: 'silence' };
    const answer = await parts.signedFetch.ask<HelloAnswer>({
      path: '/v1/hello',
      body: hello,
      shape: SHAPE,
      timeoutMs: HELLO_TIMEOUT_MS,
      signal,
    });
    if (answer.is === 'no-answer') return { is: 'silence' };
    if (answer.is === 'problem') return refused(parts, answer);
    if (await agreed(parts, hello, answer.value)) {
      return { is: 'greeted', head: answer.value.head, epoch: answer.value.epoch };
    }
  }
  return { is: 'silence' };
}

function refused(parts: LineParts, { status, error }: { status: number; error: string }): Greeted {
  if (status === 426) parts.troubles.raise('update-needed');
  if (status !== 403 && !UNPAIRED.includes(error)) return { is: 'silence' };
  parts.troubles.raise('revoked');
  return { is: 'shut' };
}

async function agreed(parts: LineParts, said: Hello, answer: HelloAnswer): Promise<boolean> {
  const { store, clock, troubles } = parts;
  const settled = await store.write((writing) =>
    settleHello(writing, { said, answer, clockOffset: clock.offset() }),
  );
  if (!settled.ok || settled.value === null) return false;
  troubles.set('update-needed', answer.minProto > PROTOCOL_VERSION);
  troubles.set('clock-wrong', clock.deviceIsWrong());
  troubles.clear('revoked');
  const { is } = settled.value;
  if (is === 'fork') await parts.startAnew();
  if (is === 'hello' || answer.config) await parts.reload();
  return is === 'on';
}

async function helloOf(parts: LineParts): Promise<Hello | null> {
  const { store, clock, follower, troubles, machine } = parts;
  const read = await store.read(readForHello);
  const cursor = read.ok ? read.value.cursor : undefined;
  if (!read.ok || cursor === undefined) return null;
  const { stream, epoch, seq, upTo, lastId } = cursor;
  const followed = follower.followed();
  const seen = seenNumbers(follower.day.peek());
  const disk = await machine.disk();
  troubles.set('not-persistent', !disk.persisted);
  if (disk.usedBytes > 0.8 * disk.quotaBytes) troubles.raise('storage-full');
  else if (parts.diskIsWell()) troubles.clear('storage-full');
  return {
    proto: PROTOCOL_VERSION,
    ...{ stream, epoch, seq, upTo, lastId },
    position: followed.position,
    journalEpoch: followed.epoch,
    seen: { day: seen.day, highest: [...seen.highest] },
    leases: read.value.leases.map((lease) => ({ ...lease })),
    clock: clock.reading(),
    configVersion: parts.config.peek().version,
    health: { appVersion: parts.appVersion, unsent: seq - upTo, ...disk, troubles: troubles.codes() },
  };
}

async function readForHello(reading: Reading) {
  const cursor = await readMeta(reading, 'cursor');
  return { cursor, leases: (await readMeta(reading, 'leases')) ?? [] };
}
