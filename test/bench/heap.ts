import { type BenchPage, startBrowser } from './browser.ts';
import { quickTap, until } from './finger.ts';
import { prepare, type Stage } from './rounds.ts';

/** Time in the page runs this much faster: 500 visits of real people take a day. */
const FASTER = 40;
/** Timers of the line to the server (pings, back-off) keep their length. */
const LONGEST_SHORTENED_MS = 12_000;
const HOLD_MS = 3;
/** Caches and compiled code are filled before the count begins. */
const WARM_UP = 25;

export type Growth = {
  readonly visits: number;
  readonly bytesPerVisit: number;
  readonly nodes: number;
  readonly listeners: number;
};

/** What `visits` visits leave behind after garbage collection. */
export async function heapGrowth(stage: Stage, visits: number): Promise<Growth> {
  const browser = await startBrowser(stage.profile, stage.target.window);
  try {
    const on = await browser.page();
    await on.page.addInitScript(hurry, { faster: FASTER, longest: LONGEST_SHORTENED_MS });
    await prepare(on, stage.target.first, 1);
    await on.page.goto(`${stage.origin}${stage.target.path}`);
    for (let count = 0; count < WARM_UP; count += 1) await quickVisit(on, stage);
    const before = await held(on);
    for (let count = 0; count < visits; count += 1) await quickVisit(on, stage);
    const after = await held(on);
    return {
      visits,
      bytesPerVisit: (after.bytes - before.bytes) / visits,
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
    };
  } finally {
    await browser.kill();
  }
}

async function quickVisit(on: BenchPage, { target, lobby }: Stage): Promise<void> {
  await until(on, target.first);
  await target.begin(on, lobby);
  for (const press of target.way) await quickTap(on, press.on, press.shows, HOLD_MS);
  // On the fast clock a screen that goes back by itself is gone before anybody can look at it.
  if (target.comesBack) return quickTap(on, target.decisive.on, target.first, HOLD_MS);
  for (const press of [target.decisive, ...target.back]) await quickTap(on, press.on, press.shows, HOLD_MS);
}

async function held(on: BenchPage) {
  await on.cdp.send('HeapProfiler.enable');
  for (let count = 0; count < 3; count += 1) await on.cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await on.cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await on.cdp.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes, listeners: jsEventListeners };
}

/** Runs in the page first: every clock a touch or a screen's timer is read from runs faster. */
function hurry({ faster, longest }: { faster: number; longest: number }): void {
  const now = performance.now.bind(performance);
  performance.now = () => now() * faster;
  const stamp = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')?.get;
  Object.defineProperty(Event.prototype, 'timeStamp', {
    get(this: Event) {
      return (stamp?.call(this) ?? 0) * faster;
    },
  });
  const later = globalThis.setTimeout.bind(globalThis);
  const shortened = (run: () => void, ms = 0) => later(run, ms > longest ? ms : ms / faster);
  Object.assign(globalThis, { setTimeout: shortened });
}
