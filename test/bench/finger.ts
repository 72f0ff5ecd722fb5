import { setTimeout as pause } from 'node:timers/promises';
import type { BenchPage } from './browser.ts';
import type { Probe, Proof, Tap } from './probe.ts';

/** A deliberate short press; shorter than 40 ms is a brush. */
const HOLD_MS = 60;

/** Nobody presses the next thing sooner, and a filter against trembling fingers holds this long. */
export const PAUSE_MS = 1100;

type Probed = typeof globalThis & { readonly ginkgoBench: Probe };

/** Waits until `target` stands, presses it with a finger, waits until `shows` stands. */
export async function tap(on: BenchPage, target: Proof, shows: Proof, holdMs = HOLD_MS): Promise<Tap> {
  const { x, y } = await placeOf(on, target);
  await on.page.evaluate((proof) => (globalThis as Probed).ginkgoBench.arm(proof), shows);
  await touch(on, x, y, holdMs);
  return within(
    on.page.evaluate(() => (globalThis as Probed).ginkgoBench.tap()),
    `"${shows.text}" after a tap`,
  );
}

/** The same with as few words to the page as possible, after a person's pause by the page's own clock. */
export async function quickTap(on: BenchPage, target: Proof, shows: Proof, holdMs: number): Promise<void> {
  const asked = on.page.evaluate(
    async ([next, then, pauseMs]) => {
      const { ginkgoBench } = globalThis as Probed;
      await ginkgoBench.until(next);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      ginkgoBench.arm(then);
      return ginkgoBench.standing(next);
    },
    [target, shows, PAUSE_MS] as const,
  );
  const place = await within(asked, `"${target.text}"`);
  if (!place) throw new Error(`"${target.text}" vanished`);
  await touch(on, place.x, place.y, holdMs);
  await within(
    on.page.evaluate(() => (globalThis as Probed).ginkgoBench.tap()),
    `"${shows.text}" after a tap`,
  );
}

async function placeOf(on: BenchPage, target: Proof): Promise<{ x: number; y: number }> {
  await until(on, target);
  const place = await on.page.evaluate((proof) => (globalThis as Probed).ginkgoBench.standing(proof), target);
  if (!place) throw new Error(`"${target.text}" vanished`);
  return place;
}

export function until(on: BenchPage, proof: Proof): Promise<void> {
  return within(
    on.page.evaluate((wanted) => (globalThis as Probed).ginkgoBench.until(wanted), proof),
    `"${proof.text}"`,
  );
}

/** ms from the start of the navigation to the first frame with the first usable screen. */
export function ready(on: BenchPage): Promise<number> {
  return within(
    on.page.evaluate(() => (globalThis as Probed).ginkgoBench.ready),
    'the first screen',
  );
}

export function longTasks(on: BenchPage): Promise<{ start: number; ms: number }[]> {
  return on.page.evaluate(() => (globalThis as Probed).ginkgoBench.longTasks());
}

/** CPU time of the page's main thread so far. */
export async function mainThreadMs({ cdp }: BenchPage): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

async function touch({ cdp }: BenchPage, x: number, y: number, holdMs: number): Promise<void> {
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await pause(holdMs);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

const PATIENCE_MS = 20_000;

async function within<Value>(promise: Promise<Value>, what: string): Promise<Value> {
  const over = new AbortController();
  const late = pause(PATIENCE_MS, undefined, { signal: over.signal }).then(() => {
    throw new Error(`${what} did not come within ${PATIENCE_MS / 1000} s`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    late.catch(() => undefined);
    over.abort();
  }
}
