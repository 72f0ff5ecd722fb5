import type { ReadonlySignal } from '@preact/signals';
import type { DeviceConfig } from '#contract/config.ts';
import type { Connection } from './device.ts';
import type { DeviceStore } from './device-store.ts';
import type { Follower } from './follow.ts';
import { type Greeted, greet } from './greeter.ts';
import type { Machine } from './machine.ts';
import { createReceiver } from './receiver.ts';
import { reconnectDelayMs } from './reconnect-delay.ts';
import { createSender } from './sender.ts';
import type { ServerClock } from './server-clock.ts';
import type { SignedFetch } from './signed-fetch.ts';
import type { Troubles } from './troubles.ts';
import { createWake, type Wake } from './wake.ts';

export type LineParts = {
  readonly machine: Machine;
  readonly store: DeviceStore;
  readonly clock: ServerClock;
  readonly signedFetch: SignedFetch;
  readonly follower: Follower;
  readonly troubles: Troubles;
  readonly config: ReadonlySignal<DeviceConfig>;
  readonly appVersion: string;
  /** What is kept goes on under a new stream. */
  readonly startAnew: () => Promise<void>;
  /** Reads the disk again, here and in the other tabs of this device. */
  readonly reload: () => Promise<void>;
  /** The disk changed: the other tabs read it again. */
  readonly changed: () => void;
  readonly onConnection: (is: Connection['is']) => void;
  /** The last write was not refused. */
  readonly diskIsWell: () => boolean;
};

/** The one conversation of a device with its server; of all its tabs only one holds it. */
export type Line = {
  readonly run: (stop: AbortSignal) => Promise<void>;
  /** Something was recorded. */
  readonly send: () => void;
  /** Something went unanswered: find out now. */
  readonly doubt: () => void;
};

const HEARTBEAT_MS = 25_000;
const HEARTBEAT_SPREAD_MS = 10_000;
const SHUT_MS = 300_000;
const SHORT_TALK_MS = 3000;

export function createLine(parts: LineParts): Line {
  const { machine } = parts;
  const outgoing = createWake();
  const doubt = createWake();
  const network = createWake();
  const send = createSender(parts, outgoing);
  const receiver = createReceiver(parts);
  machine.onNetwork(() => {
    doubt.ring();
    network.ring();
  });

  const isStillThere = async (signal: AbortSignal): Promise<boolean> => {
    parts.follower.turnDay();
    const greeted = await greet(parts, signal);
    if (greeted.is === 'greeted') receiver.heardOf(greeted.head);
    else if (!signal.aborted) parts.onConnection('cut');
    return greeted.is === 'greeted';
  };
  const beat = async (signal: AbortSignal) => {
    let there = true;
    while (there && !signal.aborted) {
      const ms = HEARTBEAT_MS + machine.random() * HEARTBEAT_SPREAD_MS;
      await untilRung(machine, { bell: doubt, ms }, signal);
      there = !signal.aborted && (await isStillThere(signal));
    }
  };

  /** Lasts until one of its three parts needs a new hello. */
  const talk = async (greeted: Greeted & { is: 'greeted' }, stop: AbortSignal) => {
    const over = new AbortController();
    const signal = AbortSignal.any([stop, over.signal]);
    const parts = [send(signal), receiver.receive(greeted, signal), beat(signal)];
    try {
      await Promise.race(parts);
    } finally {
      over.abort();
      await Promise.allSettled(parts);
    }
  };

  /** Says hello and, when it is answered, talks. Tells how long to wait before the next time, at the given attempt. */
  const connect = async (attempt: number, stop: AbortSignal): Promise<number> => {
    parts.follower.turnDay();
    const greeted = await greet(parts, stop);
    parts.onConnection(greeted.is === 'greeted' ? 'connected' : 'cut');
    if (greeted.is === 'shut') return SHUT_MS;
    const startedAt = machine.mono();
    if (greeted.is === 'greeted') await talk(greeted, stop);
    return machine.mono() - startedAt > SHORT_TALK_MS ? 0 : reconnectDelayMs(attempt, machine.random());
  };

  /** A fault of our own counts as a cut: the line is tried again, it never ends. */
  const connectAnyhow = async (attempt: number, stop: AbortSignal): Promise<number> => {
    try {
      return await connect(attempt, stop);
    } catch (fault) {
      globalThis.reportError?.(fault);
      parts.onConnection('cut');
      return reconnectDelayMs(attempt, machine.random());
    }
  };

  return {
    send: outgoing.ring,
    doubt: doubt.ring,
    async run(stop) {
      let attempt = 0;
      while (!stop.aborted) {
        const ms = await connectAnyhow(attempt, stop);
        attempt = ms === 0 ? 0 : attempt + 1;
        if (ms > 0) await untilRung(machine, { bell: network, ms }, stop);
      }
    },
  };
}

async function untilRung(
  machine: Machine,
  { bell, ms }: { readonly bell: Wake; readonly ms: number },
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  await Promise.race([machine.wait(ms, either), bell.next(either)]);
  over.abort();
}
