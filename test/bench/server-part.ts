import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '#test/server/start-postgres.ts';
import { type BenchBranch, namesOf, openBranch } from './branch.ts';
import { type Hook, hookAt, hookEnvironment } from './hooked.ts';
import { drive, factsOf, prepareLoad, redirected } from './load.ts';
import { startBeside } from './processes.ts';
import type { Wish } from './screens-part.ts';
import { type SignedClient, send } from './signed-client.ts';
import { median, percentile, ratioOf } from './statistics.ts';
import type { Line, Unmeasured } from './table.ts';

const LIMIT_PORT = 20710;
const LIMIT_HOOK = 20711;
const OURS_HOOK = 20712;
const LIMIT = `http://127.0.0.1:${LIMIT_PORT}`;
const SENDERS = 32;
const BATCHES = 8;
const WATCHED_BATCHES = 2;
const BATCH = 50;
/** Catch-up at a twentieth of its size: 100 devices with 1,000 facts each. */
const SCALE = 20;
const CATCH_UP = { devices: 100, batches: 10, size: 100 };
const LIVE_EVERY_MS = 50;

type Cost = { readonly tookMs: number; readonly cpuMs: number };
type Round = {
  readonly plain: Cost;
  readonly durableMs: number;
  readonly ours: Cost;
  readonly engineMs: number;
};

/** Rows 16–18: how fast facts get onto the disk, and what that costs; beside bare node:http. */
export async function serverPart(wish: Wish): Promise<(Line | Unmeasured)[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ginkgo-bench-'));
  const limit = await startBeside('limit-server', [String(LIMIT_PORT), scratch], hookEnvironment(LIMIT_HOOK));
  try {
    return [...(await onSqlite(wish)), ...(await onPostgres(wish))];
  } finally {
    await limit.kill();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function onSqlite(wish: Wish): Promise<(Line | Unmeasured)[]> {
  const branch = await openBranch({ kiosks: CATCH_UP.devices }, hookEnvironment(OURS_HOOK));
  try {
    const devices = await pairAll(branch, namesOf('load', CATCH_UP.devices));
    const rounds = await playRounds(branch, devices.slice(0, SENDERS), { ...wish, store: 'SQLite' });
    return [...lines(rounds, 'SQLite'), ...(await catchUp(branch, devices, wish))];
  } finally {
    await branch.remove();
  }
}

async function onPostgres(wish: Wish): Promise<(Line | Unmeasured)[]> {
  const started = await startPostgres();
  if (started.is === 'impossible') return [{ id: '17', of: 'PostgreSQL', problem: started.reason }];
  const { postgres } = started;
  const environment = { ...hookEnvironment(OURS_HOOK), DATABASE_URL: await postgres.createDatabase() };
  const branch = await openBranch({ kiosks: SENDERS }, environment);
  try {
    const devices = await pairAll(branch, namesOf('load', SENDERS));
    const rounds = await playRounds(branch, devices, { ...wish, store: 'PostgreSQL' });
    // The engine is another process here: what the server spends is all outside of it.
    return lines(rounds, 'PostgreSQL').filter(({ id }) => id !== null);
  } finally {
    await branch.remove();
    await postgres.stop();
  }
}

async function playRounds(
  branch: BenchBranch,
  devices: readonly SignedClient[],
  { rounds, tell, store }: Wish & { readonly store: string },
): Promise<Round[]> {
  const played: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    tell(`server on ${store}, round ${round} of ${rounds}`);
    const one = await playRound(branch, devices);
    // The first one warms the compilers up.
    if (round > 0) played.push(one);
  }
  return played;
}

export async function pairAll(branch: BenchBranch, names: readonly string[]): Promise<SignedClient[]> {
  const paired: SignedClient[] = [];
  for (const name of names) paired.push(await branch.client(name));
  return paired;
}

async function playRound(branch: BenchBranch, devices: readonly SignedClient[]): Promise<Round> {
  const hook = hookAt(OURS_HOOK);
  const load = await prepareLoad(devices, BATCHES, BATCH);
  const plain = await costOf(hookAt(LIMIT_HOOK), () => drive(LIMIT, redirected(load, '/batch')));
  const durableMs = await drive(LIMIT, redirected(load, '/durable'));
  const ours = await costOf(hook, () => drive(branch.server.origin, load));
  await hook.watch();
  await drive(branch.server.origin, await prepareLoad(devices, WATCHED_BATCHES, BATCH));
  const engineMs = ((await hook.watched()) * BATCHES) / WATCHED_BATCHES;
  return { plain, durableMs, ours, engineMs };
}

async function costOf(hook: Hook, work: () => Promise<number>): Promise<Cost> {
  const before = await hook.cpuMs();
  const tookMs = await work();
  return { tookMs, cpuMs: (await hook.cpuMs()) - before };
}

function lines(rounds: readonly Round[], store: string): Line[] {
  const batches = SENDERS * BATCHES;
  const compare = (ours: (round: Round) => number, limit: (round: Round) => number) => ({
    limit: `${((median(rounds.map(limit)) / batches) * 1000).toFixed(0)} µs`,
    ours: `${((median(rounds.map(ours)) / batches) * 1000).toFixed(0)} µs`,
    value: ratioOf(rounds.map(ours), rounds.map(limit)),
  });
  const rate = (ms: number) => `${((batches * BATCH * 1000) / ms).toFixed(0)} facts/s`;
  const outside = ({ ours, engineMs }: Round) => ours.cpuMs - engineMs;
  return [
    { id: '16', of: `outside ${store}`, ...compare(outside, ({ plain }) => plain.cpuMs) },
    {
      id: null,
      of: `server: CPU per batch of 50 with ${store}`,
      ...compare(
        ({ ours }) => ours.cpuMs,
        ({ plain }) => plain.cpuMs,
      ),
      note: 'limit: node:http without a disk',
    },
    {
      id: '17',
      of: store,
      limit: rate(median(rounds.map(({ durableMs }) => durableMs))),
      ours: rate(median(rounds.map(({ ours }) => ours.tookMs))),
      value: ratioOf(
        rounds.map(({ ours }) => 1 / ours.tookMs),
        rounds.map(({ durableMs }) => 1 / durableMs),
      ),
      note: `${SENDERS} devices, batches of ${BATCH}`,
    },
  ];
}

/** All devices come back at once while one more keeps taking tickets. */
async function catchUp(branch: BenchBranch, devices: readonly SignedClient[], wish: Wish): Promise<Line[]> {
  wish.tell('server, catch-up');
  const live = await branch.client('kiosk-1');
  const { batches, size } = CATCH_UP;
  const load = await prepareLoad(devices, batches, size);
  const ended = new AbortController();
  const measured = liveTaps(branch.server.origin, live, ended.signal);
  const tookMs = await drive(branch.server.origin, load);
  ended.abort();
  const taps = await measured;
  const facts = devices.length * batches * size;
  return [
    {
      id: '18',
      of: `1/${SCALE} of it`,
      ours: `${(tookMs / 1000).toFixed(1)} s for ${facts}`,
      value: (tookMs / 1000) * SCALE,
      note: `× ${SCALE} = ${((tookMs / 1000) * SCALE).toFixed(0)} s, one branch, one process`,
    },
    {
      id: '18 live',
      of: 'catch-up',
      value: percentile(taps, 99),
      note: `${taps.length} taps, p50 ${median(taps).toFixed(0)} ms`,
    },
  ];
}

async function liveTaps(origin: string, device: SignedClient, ended: AbortSignal): Promise<number[]> {
  const taps: number[] = [];
  while (!ended.aborted) {
    const request = await device.batch(factsOf(2));
    const begun = performance.now();
    await send(origin, request);
    taps.push(performance.now() - begun);
    await pause(LIVE_EVERY_MS);
  }
  return taps;
}
