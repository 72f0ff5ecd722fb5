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

/** What is kept over a restart. */
export type KeptClock = {
  /** Server minus device clock. */
  readonly offset: number;
  /** The latest time heard from the server. */
  readonly latest: number;
};

const SAMPLE_AGES_MS = 600_000;

/**
 * A clock that fell back over a restart (an empty battery says 1970) goes on from the latest time heard: nothing can be
 * given out for a day that is over. One that jumped forward while nobody could say so cannot be told from time passing.
 */
export function createServerClock(machine: Machine, kept: KeptClock): ServerClock {
  const boot = machine.newId();
  const base = machine.wall() - machine.mono();
  const start = startOf(machine.wall(), kept);
  let correction = start.correction;
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
    deviceIsWrong: () => (best === null ? start.fellBack : Math.abs(offset()) > CLOCK_TOLERANCE_MS),
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

function startOf(wall: number, { offset, latest }: KeptClock) {
  if (wall + offset >= latest) return { correction: offset, fellBack: false };
  // Set right meanwhile: the kept offset was for the clock as it was.
  if (wall >= latest) return { correction: 0, fellBack: false };
  return { correction: latest - wall, fellBack: true };
}
