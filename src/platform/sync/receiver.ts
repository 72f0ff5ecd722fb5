import type { Entries, Snapshot } from '#contract/journal.ts';
import type { BranchDay } from '#domain/queue/queue.ts';
import type { Greeted } from './greeter.ts';
import type { LineParts } from './line.ts';
import { ENTRIES_SHAPE, listen } from './push-stream.ts';
import { createWake } from './wake.ts';

const POLL_MS = 25_000;
const FETCH_TIMEOUT_MS = 10_000;
/** Further behind than this, the folded day is fetched instead of its lines. */
const SNAPSHOT_AFTER = 2000;
/** Browsers open six connections to one server over HTTP/1.1: with more streams nothing else would get through. */
const STREAMS_PER_BROWSER = 3;
const SILENT_STARTS_ALLOWED = 2;
const WAKE_CHANNEL = 'ginkgo-wake';

export type Receiver = {
  /** Receives until the line needs a hello or the signal is aborted. */
  readonly receive: (greeted: Greeted & { is: 'greeted' }, signal: AbortSignal) => Promise<void>;
  /** The journal is this long by now. */
  readonly heardOf: (head: number) => void;
};

/** Brings the branch's journal here: pushed, polled, or fetched when another tab of this browser is pushed to. */
export function createReceiver(parts: LineParts): Receiver {
  const { machine, follower, signedFetch } = parts;
  const wake = createWake();
  const channel = machine.channel(WAKE_CHANNEL);
  const branch = () => parts.config.peek().branch.id;
  const position = () => follower.followed().position;
  let silentStarts = 0;
  let head = 0;

  const heardOf = (known: number) => {
    head = Math.max(head, known);
    if (head > position()) wake.ring();
  };
  channel.listen((message) => {
    const heard = message as { branch: string; head: number };
    if (heard.branch === branch()) heardOf(heard.head);
  });
  const take = async (entries: Entries) => {
    if (entries.epoch !== follower.followed().epoch) return false;
    await follower.append(entries);
    parts.changed();
    if (entries.entries.length > 0) channel.post({ branch: branch(), head: entries.head });
    return true;
  };
  const fetchEntries = async (waitMs: number, signal: AbortSignal) => {
    const path = `/v1/entries?from=${position()}&wait=${waitMs}`;
    const timeoutMs = waitMs + FETCH_TIMEOUT_MS;
    const answer = await signedFetch.ask<Entries>({ path, shape: ENTRIES_SHAPE, timeoutMs, signal });
    return answer.is === 'answer' && (await take(answer.value));
  };

  const poll = async (signal: AbortSignal) => {
    let answered = true;
    while (answered && !signal.aborted) answered = await fetchEntries(POLL_MS, signal);
    silentStarts = SILENT_STARTS_ALLOWED - 1;
  };
  const beHeld = async (signal: AbortSignal) => {
    if (silentStarts >= SILENT_STARTS_ALLOWED) return poll(signal);
    const { alive } = parts.clock;
    const heard = await listen({ machine, signedFetch, from: position(), alive, take }, signal);
    if (heard === 'life') silentStarts = 0;
    if (heard === 'silence') silentStarts += 1;
  };
  const beWoken = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      if (head <= position()) await wake.next(signal);
      else if (!(await fetchEntries(0, signal))) return;
    }
  };
  /** Woken by the tabs that are pushed to, until one of them makes room. */
  const beWokenThenHeld = async (signal: AbortSignal) => {
    const room = new AbortController();
    const slot = `ginkgo-stream-${Math.floor(machine.random() * STREAMS_PER_BROWSER)}`;
    const heldThere = () => {
      room.abort();
      return beHeld(signal);
    };
    const held = machine.alone(slot, heldThere, signal);
    await beWoken(AbortSignal.any([signal, room.signal]));
    if (room.signal.aborted) await held;
  };

  return {
    heardOf,
    async receive(greeted, signal) {
      if (!(await catchUp(parts, greeted, signal))) return;
      heardOf(greeted.head);
      for (let slot = 0; slot < STREAMS_PER_BROWSER; slot += 1) {
        if (await machine.ifFree(`ginkgo-stream-${slot}`, () => beHeld(signal))) return;
      }
      await beWokenThenHeld(signal);
    },
  };
}

/** A device that is empty, far behind, or follows a journal that is no more, takes the folded day. */
async function catchUp(
  { follower, signedFetch, reload }: LineParts,
  { head, epoch }: Greeted & { is: 'greeted' },
  signal: AbortSignal,
): Promise<boolean> {
  const followed = follower.followed();
  if (followed.epoch === epoch && head - followed.position <= SNAPSHOT_AFTER) return true;
  const timeoutMs = FETCH_TIMEOUT_MS;
  const answer = await signedFetch.ask<Snapshot>({
    path: '/v1/snapshot',
    shape: { epoch: 'string', day: 'object' },
    timeoutMs,
    signal,
  });
  if (answer.is !== 'answer') return false;
  await follower.replace(answer.value.day as BranchDay, answer.value.epoch);
  await reload();
  return true;
}
