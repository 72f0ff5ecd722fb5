import { CLOCK_TOLERANCE_MS } from '#domain/sync/occurred-at.ts';
import type { Machine } from './machine.ts';

export type ClockReading = { readonly wall: number; readonly mono: number; readonly boot: string };

/** The server's time as well as this device knows it; the device's own clock may jump meanwhile. */
export type ServerClock = {
  readonly now: () => number;
  readonly reading: () => ClockReading;
  readonly heard: (serverTime: number, sentMono: number) => void;
  /** A sign of life that carries no time. */
  readonly alive: () => void;
  /** When the server last gave a sign of life, in corrected time; before the first one, when this page started. */
  readonly aliveAt: () => number;
  /** Server minus device clock, for the disk. */
  readonly offset: () => number;
  readonly deviceIsWrong: () => boolean;
};

const SAMPLE_AGES_MS = 600_000;

export function createServerClock(machine: Machine, keptOffset: number): ServerClock {
  const boot = machine.newId();
  const base = machine.wall() - machine.mono();
  let correction = keptOffset;
  let aliveMono = machine.mono();
  let best: { readonly rtt: number; readonly mono: number } | null = null;
  const now = () => base + machine.mono() + correction;
  const alive = () => {
    aliveMono = machine.mono();
  };
  const offset = () => Math.round(now() - machine.wall());

  return {
    now: () => Math.round(now()),
    reading: () => ({ wall: machine.wall(), mono: machine.mono(), boot }),
    offset,
    deviceIsWrong: () => best !== null && Math.abs(offset()) > CLOCK_TOLERANCE_MS,
    alive,
    aliveAt: () => Math.round(base + aliveMono + correction),
    heard(serverTime, sentMono) {
      alive();
      const mono = machine.mono();
      const rtt = mono - sentMono;
      const sample = serverTime + rtt / 2 - (base + mono);
      // Half of each way is the most an honest sample can be off; more than that, and a clock was set.
      const wasSet = best !== null && Math.abs(sample - correction) > (rtt + best.rtt) / 2 + 20;
      if (best !== null && rtt > best.rtt && mono - best.mono < SAMPLE_AGES_MS && !wasSet) return;
      best = { rtt, mono };
      correction = sample;
    },
  };
}
