import type { FactId } from '#domain/id.ts';
import type { Numbered } from './judge-batch.ts';
import type { BatchEnd, Cursor, StreamId } from './protocol.ts';

/** `hello`: ask the server how far it is before sending on. `fork`: this stream cannot go on, start a new one. */
export type CursorStep =
  | { readonly is: 'on'; readonly cursor: Cursor }
  | { readonly is: 'hello'; readonly cursor: Cursor }
  | { readonly is: 'fork' };

export type AnsweredBatch = {
  readonly end: BatchEnd | { readonly is: 'say-hello' };
  readonly epoch: string;
  readonly upTo: number;
  readonly safe: number;
};

export type AnsweredHello = {
  /** What the hello said; a cursor that moved meanwhile was not what the server answered. */
  readonly said: { readonly stream: StreamId; readonly upTo: number };
  readonly stream: 'known' | 'fork';
  readonly epoch: string;
  readonly upTo: number;
  readonly safe: number;
};

/** Where a device stands after the answer to a batch. Only what was in that batch can become confirmed. */
export function afterAnswer(cursor: Cursor, answer: AnsweredBatch, sent: readonly Numbered[]): CursorStep {
  if (answer.end.is === 'fork') return { is: 'fork' };
  const goesOn = answer.end.is === 'done' && answer.epoch === cursor.epoch;
  const confirmed = goesOn ? sent.findLast((fact) => fact.seq <= answer.upTo) : undefined;
  const moved =
    confirmed && confirmed.seq > cursor.upTo
      ? withSafe({ ...cursor, upTo: confirmed.seq, lastId: confirmed.id }, answer.safe)
      : cursor;
  return { is: goesOn ? 'on' : 'hello', cursor: moved };
}

/**
 * Where a device stands after a hello: never further than before. `idAt` gives the fact kept under a number. `hello`
 * asks for one more round, because the number it went back to was not yet compared by id.
 */
export function afterHello(
  cursor: Cursor,
  answer: AnsweredHello,
  idAt: (seq: number) => FactId | null,
): CursorStep {
  if (answer.said.stream !== cursor.stream || answer.said.upTo !== cursor.upTo) {
    // A batch was confirmed while the hello was on its way: what it says of this device is out of date.
    return { is: answer.epoch === cursor.epoch ? 'on' : 'hello', cursor };
  }
  // Below `safe` the facts may be deleted here: the server lost even its backup. What is left goes into a new stream.
  if (answer.stream === 'fork' || answer.upTo < cursor.safe) return { is: 'fork' };
  const heard = { ...cursor, epoch: answer.epoch };
  if (answer.upTo >= cursor.upTo) return { is: 'on', cursor: withSafe(heard, answer.safe) };
  return { is: 'hello', cursor: { ...heard, upTo: answer.upTo, lastId: idAt(answer.upTo) } };
}

/** Everything still kept, numbered anew from 1; the facts keep their ids, so the server adds none of them twice. */
export function startNewStream<Kept extends Numbered>(
  cursor: Cursor,
  kept: readonly Kept[],
  stream: StreamId,
): { readonly cursor: Cursor; readonly kept: readonly Kept[] } {
  return {
    cursor: { stream, epoch: cursor.epoch, seq: kept.length, upTo: 0, lastId: null, safe: 0 },
    kept: kept.map((fact, index) => ({ ...fact, seq: index + 1 })),
  };
}

/** Facts up to this number are in a verified backup and may go. The last one stays: hello compares its id. */
export function mayDeleteUpTo(cursor: Cursor): number {
  return Math.max(0, Math.min(cursor.safe, cursor.upTo) - 1);
}

function withSafe(cursor: Cursor, safe: number): Cursor {
  return { ...cursor, safe: Math.max(cursor.safe, Math.min(safe, cursor.upTo)) };
}
