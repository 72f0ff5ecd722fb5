import type { Entries } from '#contract/journal.ts';
import { isOurs } from './answer-shape.ts';
import { readEvents } from './event-stream.ts';
import type { Machine } from './machine.ts';
import type { SignedFetch } from './signed-fetch.ts';

/** Buffering proxies let a stream open and nothing through: this long after opening its first byte must be here. */
const FIRST_BYTE_MS = 6000;
export const ENTRIES_SHAPE = { epoch: 'string', head: 'number', entries: 'object' } as const;
/** Pings come every ten seconds: with one missing, the line is cut. */
const SILENCE_MS = 15_000;
const LOOK_MS = 2000;

export type PushStream = {
  readonly machine: Machine;
  readonly signedFetch: SignedFetch;
  readonly from: number;
  /** A byte came. */
  readonly alive: () => void;
  /** `false`: not from the journal followed here; the stream ends. */
  readonly take: (entries: Entries) => Promise<boolean>;
};

/** `silence`: not one byte came in time, as behind a buffering proxy. `nothing`: refused or broken off at once. */
export type Heard = 'life' | 'silence' | 'nothing';

/** Listens until the stream ends, falls silent, or the signal is aborted. */
export async function listen(push: PushStream, signal: AbortSignal): Promise<Heard> {
  const over = new AbortController();
  const whole = AbortSignal.any([signal, over.signal]);
  const life = { seen: false, at: push.machine.mono() };
  let gaveUp = false;
  const watching = watch(push.machine, life, whole).then(() => {
    gaveUp = !whole.aborted;
    over.abort();
  });
  try {
    const { from } = push;
    const headers = { accept: 'text/event-stream', 'last-event-id': String(from) };
    const response = await push.signedFetch.open(`/v1/stream?from=${from}`, headers, whole);
    if (isEventStream(response) && response.body) {
      await readEvents(response.body, {
        life: () => {
          Object.assign(life, { seen: true, at: push.machine.mono() });
          push.alive();
        },
        data: async (data) => {
          const entries: unknown = JSON.parse(data);
          if (isOurs<Entries>(entries, ENTRIES_SHAPE) && !(await push.take(entries))) over.abort();
        },
      });
    }
  } catch {
    // Cut, aborted or garbled: the hello that follows finds out which.
  }
  over.abort();
  await watching;
  if (life.seen) return 'life';
  return gaveUp ? 'silence' : 'nothing';
}

async function watch(
  machine: Machine,
  life: { readonly seen: boolean; readonly at: number },
  signal: AbortSignal,
): Promise<void> {
  await machine.wait(FIRST_BYTE_MS, signal);
  while (!signal.aborted && life.seen && machine.mono() - life.at < SILENCE_MS) {
    await machine.wait(LOOK_MS, signal);
  }
}

function isEventStream(response: Response): boolean {
  return response.ok && (response.headers.get('content-type')?.startsWith('text/event-stream') ?? false);
}
