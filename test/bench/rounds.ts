import { setTimeout as pause } from 'node:timers/promises';
import { type BenchBrowser, type BenchPage, coolDown, startBrowser } from './browser.ts';
import { longTasks, mainThreadMs, PAUSE_MS, ready, tap, until } from './finger.ts';
import type { Lobby } from './lobby.ts';
import { installProbe, type Proof, type Tap } from './probe.ts';
import { cpuMsOfTree } from './processes.ts';
import type { Target } from './targets.ts';

export const SLOW = 6;
const SLOWER = 10;
const AFTER_LOAD_MS = 2000;
const IDLE_MS = 5000;

/** Where a target is played: its profile on disk, its server, and the people around it. */
export type Stage = {
  readonly target: Target;
  readonly origin: string;
  readonly profile: string;
  readonly lobby: Lobby | null;
};

export type Start = {
  readonly readyMs: number;
  readonly workMs: number;
  /** Last moment of a long task that began within 2 s after it looked ready. */
  readonly ttiMs: number;
  readonly requested: readonly string[];
};

export type Visit = { readonly taps: readonly Tap[]; readonly workMs: number };

export type Up = {
  readonly cold: Start;
  readonly visits: readonly Visit[];
  readonly slowLongestMs: number;
  readonly warmReadyMs: number;
  readonly fastLongTasks: number;
  readonly idleCpuShare: number | null;
  readonly rendererBytes: number;
  readonly slowerPressMs: number | null;
  readonly precached: readonly string[];
};

export type Down = { readonly start: Start; readonly visit: Visit };

/** Fresh cache, server up: cold load, visits, a second tab at full speed, rest. */
export async function playUp(stage: Stage, visits: number, withIdle: boolean): Promise<Up> {
  coolDown(stage.profile);
  const browser = await startBrowser(stage.profile, stage.target.window);
  try {
    const on = await browser.page();
    const cold = await start(on, stage, SLOW);
    const precached = await untilPrecached(on);
    const played: Visit[] = [];
    for (let left = visits; left > 0; left -= 1) {
      played.push(await visit(on, stage, left > 1 || leavesByHand(stage)));
    }
    const slowLongestMs = longestAfter(await longTasks(on), cold.ttiMs);
    await on.page.close();
    return { cold, visits: played, slowLongestMs, precached, ...(await fullSpeed(browser, stage, withIdle)) };
  } finally {
    await browser.close();
  }
}

/** A reboot: the browser had ended, the server is down, nothing but the disk is left. Ends as a power cut does. */
export async function playDown(stage: Stage): Promise<Down> {
  const browser = await startBrowser(stage.profile, stage.target.window);
  try {
    const on = await browser.page();
    const started = await start(on, stage, SLOW);
    return { start: started, visit: await visit(on, { ...stage, lobby: null }, leavesByHand(stage)) };
  } finally {
    await browser.kill();
  }
}

/** Opens the target and waits until it can be used and is quiet. */
export async function start(on: BenchPage, { origin, target }: Stage, slowDown: number): Promise<Start> {
  const requested: string[] = [];
  on.page.on('request', (request) => requested.push(request.url()));
  await prepare(on, target.first, slowDown);
  const before = await mainThreadMs(on);
  await on.page.goto(`${origin}${target.path}`, { waitUntil: 'commit' });
  const readyMs = await ready(on);
  const workMs = (await mainThreadMs(on)) - before;
  const untilReady = [...requested];
  await pause(AFTER_LOAD_MS);
  const late = (await longTasks(on)).filter((task) => task.start < readyMs + AFTER_LOAD_MS);
  const ttiMs = Math.max(readyMs, ...late.map((task) => task.start + task.ms));
  return { readyMs, workMs, ttiMs, requested: untilReady };
}

export async function prepare({ page, cdp }: BenchPage, first: Proof, slowDown: number): Promise<void> {
  await page.addInitScript({ content: `(${installProbe.toString()})(${JSON.stringify(first)})` });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
}

/** The whole way of one visitor; the last tap is the decisive one. */
export async function visit(on: BenchPage, stage: Stage, andBack: boolean): Promise<Visit> {
  const { target, lobby } = stage;
  await until(on, target.first);
  await target.begin(on, lobby);
  const taps: Tap[] = [];
  for (const press of target.way) {
    taps.push(await tap(on, press.on, press.shows));
    await pause(PAUSE_MS);
  }
  await until(on, target.decisive.on);
  if (target.way.length === 0) await pause(PAUSE_MS);
  const before = await mainThreadMs(on);
  taps.push(await tap(on, target.decisive.on, target.decisive.shows));
  const workMs = (await mainThreadMs(on)) - before;
  if (andBack) await goBack(on, target);
  return { taps, workMs };
}

async function goBack(on: BenchPage, target: Target): Promise<void> {
  for (const press of target.back) {
    await pause(PAUSE_MS);
    await tap(on, press.on, press.shows);
  }
  await until(on, target.first);
  await pause(PAUSE_MS);
}

/** What a visitor left open would still be there at the next start. */
function leavesByHand({ target }: Stage): boolean {
  return target.back.length > 0;
}

/** A new tab without slow-down: warm start, long tasks of a whole visit, and what rest costs. */
async function fullSpeed(browser: BenchBrowser, stage: Stage, withIdle: boolean) {
  const on = await browser.page();
  const warm = await start(on, stage, 1);
  const idleCpuShare = withIdle ? await idleShare(browser) : null;
  const rendererBytes = browser.renderersBytes();
  await visit(on, stage, leavesByHand(stage));
  const fastLongTasks = (await longTasks(on)).length;
  const slowerPressMs = await slowPress(on, stage);
  return { warmReadyMs: warm.readyMs, fastLongTasks, idleCpuShare, rendererBytes, slowerPressMs };
}

async function slowPress(on: BenchPage, { target }: Stage): Promise<number | null> {
  const [press] = target.way;
  if (!press) return null;
  await on.cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return (await tap(on, press.on, press.shows)).pressedMs;
}

async function idleShare(browser: BenchBrowser): Promise<number> {
  const before = cpuMsOfTree(browser.pid);
  await pause(IDLE_MS);
  return (cpuMsOfTree(browser.pid) - before) / IDLE_MS;
}

/** What the service worker keeps, once it keeps everything. */
export async function untilPrecached({ page }: BenchPage): Promise<string[]> {
  return page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const kept = await Promise.all(shelves.map((shelf) => shelf.keys()));
    return kept.flat().map((request) => request.url);
  });
}

function longestAfter(
  tasks: readonly { readonly start: number; readonly ms: number }[],
  from: number,
): number {
  return Math.max(0, ...tasks.filter(({ start }) => start >= from).map(({ ms }) => ms));
}
