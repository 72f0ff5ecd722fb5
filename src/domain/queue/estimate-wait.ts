import type { Branch } from '#domain/branch/branch.ts';
import type { Promised } from '#domain/event.ts';
import { type Ahead, aheadOf, type Newcomer, placeOf } from './line.ts';
import type { BranchDay } from './queue.ts';
import { rollForward, sceneOf } from './roll-forward.ts';

const MIN_MS = 60_000;
const STEP_MIN = 5;
const RUNS = 40;

export type Estimate = {
  readonly ahead: number;
  readonly byClass: Ahead['byClass'];
  /** Whole minutes from the even chance to four chances in five; `null`: no counter is open that could call it. */
  readonly promised: Promised;
};

/**
 * What somebody who takes a ticket now may honestly be told. The branch is rolled forward many times with likely
 * service lengths; the same day always gives the same answer, on server and kiosk alike.
 */
export function estimateWait(
  branch: Branch,
  day: BranchDay,
  { now, ...newcomer }: Newcomer & { readonly now: number },
): Estimate {
  const { total, byClass } = aheadOf(branch, day, newcomer, now);
  const scene = sceneOf(branch, day, placeOf(newcomer, now), now);
  if (!scene.self.callableAt.includes(true)) return { ahead: total, byClass, promised: null };
  const draw = drawer();
  const waits = Array.from({ length: RUNS }, () => rollForward(scene, draw)).sort((a, b) => a - b);
  return { ahead: total, byClass, promised: rangeOf(quantile(waits, 0.5), quantile(waits, 0.8)) };
}

function rangeOf(halfMs: number, mostMs: number): Promised {
  const fromMin = Math.round(halfMs / MIN_MS / STEP_MIN) * STEP_MIN;
  const toMin = Math.ceil(mostMs / MIN_MS / STEP_MIN) * STEP_MIN;
  return { fromMin, toMin: Math.max(toMin, fromMin + STEP_MIN) };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}

/** Evenly spread numbers from 0 up to 1, the same ones every time: not chance (mulberry32). */
function drawer(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
