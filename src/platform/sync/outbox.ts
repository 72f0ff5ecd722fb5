import type { BatchAnswer, HelloAnswer } from '#contract/journal.ts';
import type { FactId } from '#domain/id.ts';
import {
  type AnsweredHello,
  afterAnswer,
  afterHello,
  type CursorStep,
  mayDeleteUpTo,
  startNewStream,
} from '#domain/sync/device-cursor.ts';
import { burnLeases, mergeLeases } from '#domain/sync/leases.ts';
import type { Cursor, OutgoingFact } from '#domain/sync/protocol.ts';
import { type Kept, putMeta, type Reading, readMeta, type Writing } from './device-store.ts';
import { isUsableConfig } from './usable-config.ts';

export type Parcel = { readonly cursor: Cursor; readonly facts: readonly OutgoingFact[] };

/** What goes next, oldest first; `null`: all is sent. */
export async function nextParcel(reading: Reading, most: number): Promise<Parcel | null> {
  const cursor = await readMeta(reading, 'cursor');
  if (cursor === undefined) return null;
  const range = IDBKeyRange.lowerBound(cursor.upTo, true);
  const facts = await reading.objectStore('outbox').getAll(range, most);
  return facts.length === 0 ? null : { cursor, facts: facts.map(outgoing) };
}

/** Writes down what a batch's answer means. `null`: it answers a stream that is no more. */
export async function settleAnswer(
  writing: Writing,
  sent: Parcel,
  answer: BatchAnswer,
): Promise<CursorStep | null> {
  const cursor = await readMeta(writing, 'cursor');
  if (cursor?.stream !== sent.cursor.stream) return null;
  await Promise.all(answer.quarantined.map((item) => writing.objectStore('quarantine').put(item)));
  return settle(writing, cursor, afterAnswer(cursor, answer, sent.facts));
}

/** Writes down what a hello's answer means, with blocks of numbers, configuration and clock, in one transaction. */
export async function settleHello(
  writing: Writing,
  heard: { readonly said: AnsweredHello['said']; readonly answer: HelloAnswer; readonly clockOffset: number },
): Promise<CursorStep | null> {
  const { said, answer, clockOffset } = heard;
  const cursor = await readMeta(writing, 'cursor');
  if (cursor === undefined) return null;
  await putMeta(writing, 'clockOffset', clockOffset);
  await putMeta(writing, 'latestTime', answer.serverTime);
  const held = (await readMeta(writing, 'leases')) ?? [];
  await putMeta(writing, 'leases', mergeLeases(held, answer.leases, answer.today));
  if (isUsableConfig(answer.config)) await putMeta(writing, 'config', answer.config);
  const target = await writing.objectStore('outbox').get(answer.upTo);
  const idAt = (seq: number): FactId | null => (target?.seq === seq ? target.id : null);
  const step = afterHello(cursor, { ...answer, said }, idAt);
  if (step.is === 'hello' && step.cursor.upTo < cursor.upTo) await unfold(writing, step.cursor.upTo);
  return settle(writing, cursor, step);
}

/** What is left starts anew under other numbers: this disk was cloned, set back, or the server lost even its backup. */
export async function renumber(writing: Writing, stream: string): Promise<void> {
  const cursor = await readMeta(writing, 'cursor');
  if (cursor === undefined) return;
  const outbox = writing.objectStore('outbox');
  const before = await outbox.getAll();
  const anew = startNewStream(cursor, before, stream);
  await outbox.clear();
  await Promise.all(anew.kept.map((fact) => outbox.add(fact)));
  await putMeta(writing, 'cursor', anew.cursor);
  await putMeta(writing, 'leases', burnLeases((await readMeta(writing, 'leases')) ?? []));
  const followed = await readMeta(writing, 'followed');
  if (followed) {
    const folded = before.filter(({ seq }) => seq <= followed.folded).length;
    await putMeta(writing, 'followed', { ...followed, folded });
  }
}

async function settle(writing: Writing, before: Cursor, step: CursorStep): Promise<CursorStep> {
  if (step.is === 'fork') return step;
  await putMeta(writing, 'cursor', step.cursor);
  if (mayDeleteUpTo(step.cursor) > mayDeleteUpTo(before)) {
    await writing.objectStore('outbox').delete(IDBKeyRange.upperBound(mayDeleteUpTo(step.cursor)));
  }
  return step;
}

/** The server went back: own facts above this are no longer in its journal. */
async function unfold(writing: Writing, upTo: number): Promise<void> {
  const followed = await readMeta(writing, 'followed');
  if (followed && followed.folded > upTo) await putMeta(writing, 'followed', { ...followed, folded: upTo });
}

function outgoing({ id, seq, wall, mono, boot, fact }: Kept): OutgoingFact {
  return { id, seq, wall, mono, boot, fact };
}
