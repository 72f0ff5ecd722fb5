import type { BatchAnswer } from '#contract/journal.ts';
import { MAX_BATCH, PROTOCOL_VERSION } from '#contract/protocol.ts';
import { retryDelayMs } from '#domain/sync/retry-delay.ts';
import type { LineParts } from './line.ts';
import { nextParcel, type Parcel, settleAnswer } from './outbox.ts';
import type { Wake } from './wake.ts';

const SEND_TIMEOUT_MS = 15_000;
const SHAPE = {
  end: 'object',
  epoch: 'string',
  upTo: 'number',
  safe: 'number',
  quarantined: 'object',
} as const;

/** `hello`: ask the server how things stand. `later`: it answers, but does not take this now. */
type Sent =
  | { readonly is: 'sent' | 'nothing' | 'hello' }
  | { readonly is: 'later'; readonly waitMs?: number | undefined };

/** Gives a function that sends the outbox, batch after batch, until a hello is needed or the signal is aborted. */
export function createSender(parts: LineParts, wake: Wake): (signal: AbortSignal) => Promise<void> {
  let most = MAX_BATCH;
  let failures = 0;

  const judge = (sent: Sent) => {
    const failed = sent.is === 'later' || sent.is === 'hello';
    failures = failed ? failures + 1 : 0;
    // Should a batch be too large for something on the way, a smaller one gets through.
    most = failed ? Math.max(1, most >> 1) : MAX_BATCH;
  };
  const pause = (sent: Sent, signal: AbortSignal): Promise<void> | undefined => {
    if (sent.is === 'nothing') return wake.next(signal);
    if (sent.is !== 'later') return;
    return parts.machine.wait(sent.waitMs ?? retryDelayMs(failures, parts.machine.random()), signal);
  };

  return async (signal) => {
    while (!signal.aborted) {
      const sent = await sendNext(parts, most, signal);
      judge(sent);
      if (sent.is === 'hello') return;
      await pause(sent, signal);
    }
  };
}

async function sendNext(parts: LineParts, most: number, signal: AbortSignal): Promise<Sent> {
  const read = await parts.store.read((reading) => nextParcel(reading, most));
  if (!read.ok) return { is: 'later' };
  const parcel = read.value;
  if (parcel === null) return { is: 'nothing' };
  const { stream, epoch } = parcel.cursor;
  const answer = await parts.signedFetch.ask<BatchAnswer>({
    path: '/v1/journal',
    body: { proto: PROTOCOL_VERSION, stream, epoch, ...parts.clock.reading(), facts: parcel.facts },
    shape: SHAPE,
    timeoutMs: SEND_TIMEOUT_MS,
    signal,
  });
  if (answer.is === 'answer') return settled(parts, parcel, answer.value);
  if (answer.is === 'no-answer' || answer.status === 401 || answer.status === 403) return { is: 'hello' };
  return { is: 'later', waitMs: answer.retryAfterMs };
}

async function settled(parts: LineParts, parcel: Parcel, answer: BatchAnswer): Promise<Sent> {
  const step = await parts.store.write((writing) => settleAnswer(writing, parcel, answer));
  if (!step.ok) return { is: 'later' };
  if (step.value?.is === 'fork') await parts.startAnew();
  if (step.value?.is !== 'on') return { is: 'hello' };
  parts.follower.confirmed(step.value.cursor);
  if (answer.quarantined.length > 0) await parts.reload();
  return { is: 'sent' };
}
