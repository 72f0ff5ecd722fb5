import { fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { type BenchBranch, namesOf, openBranch } from './branch.ts';
import { hookAt, hookEnvironment } from './hooked.ts';
import { enterLobby, type Lobby } from './lobby.ts';
import { startBeside } from './processes.ts';
import type { Wish } from './screens-part.ts';
import { pairAll } from './server-part.ts';
import { type SignedClient, send } from './signed-client.ts';
import { median, percentile, ratioOf } from './statistics.ts';
import type { FromStreams, StreamRequest, ToStreams } from './stream-client.ts';
import { type Line, shown, type Unmeasured } from './table.ts';

const LIMIT_PORT = 20720;
const LIMIT_HOOK = 20721;
const OURS_HOOK = 20722;
const LIMIT = `http://127.0.0.1:${LIMIT_PORT}`;
const FEW = 50;
const CALLS_A_ROUND = 5;
/** Row 20 asks about this many. */
const CROWD = 10_000;
/** Every board opens its share of the crowd, within what one device may ask at once. */
const BOARDS = 100;

/** Rows 19 and 20: one call to many screens, and what an open screen costs; beside bare node:http. */
export async function fanoutPart(wish: Wish): Promise<(Line | Unmeasured)[]> {
  const limit = await startBeside(
    'limit-server',
    [String(LIMIT_PORT), tmpdir()],
    hookEnvironment(LIMIT_HOOK),
  );
  const branch = await openBranch({ boards: BOARDS }, hookEnvironment(OURS_HOOK));
  try {
    wish.tell('fan-out, pairing');
    const boards = await pairAll(branch, namesOf('wall', BOARDS));
    const lobby = await enterLobby(branch);
    const few = await playCalls({ branch, boards, lobby, wish, streams: FEW });
    const many = await playCalls({ branch, boards, lobby, wish, streams: wish.streams });
    return [
      callsLine('call → 50 screens', null, few),
      callsLine(`${wish.streams} streams`, '19', many),
      await memoryLine(branch, boards, wish),
    ];
  } finally {
    await Promise.all([limit.kill(), branch.remove()]);
  }
}

type Play = {
  readonly branch: BenchBranch;
  readonly boards: readonly SignedClient[];
  readonly lobby: Lobby;
  readonly wish: Wish;
  readonly streams: number;
};
type Calls = { readonly ours: number[][]; readonly limit: number[][] };

/** Calls to open streams, ours and the limit's in turn: ms from the asking to each stream, per round. */
async function playCalls({ branch, boards, lobby, wish, streams }: Play): Promise<Calls> {
  const port = Number(new URL(branch.server.origin).port);
  const ours = await openStreams(port, await streamRequests(boards, streams));
  const limit = await openStreams(LIMIT_PORT, bareRequests(streams));
  const calls: Calls = { ours: [], limit: [] };
  for (let round = 0; round < wish.rounds; round += 1) {
    wish.tell(`fan-out to ${streams}, round ${round + 1} of ${wish.rounds}`);
    const [own, bare]: [number[], number[]] = [[], []];
    for (let count = 0; count < CALLS_A_ROUND; count += 1) {
      await lobby.arrive();
      own.push(...(await ours.delays(lobby.call)));
      await lobby.finish();
      bare.push(...(await limit.delays(callBare)));
    }
    calls.ours.push(own);
    calls.limit.push(bare);
  }
  await Promise.all([ours.close(), limit.close()]);
  return calls;
}

async function callBare(): Promise<void> {
  await send(LIMIT, { method: 'POST', path: '/call', headers: {}, body: '' });
}

function callsLine(of: string, id: '19' | null, { ours, limit }: Calls): Line {
  const p99 = (rounds: readonly number[][]) => rounds.map((delays) => percentile(delays, 99));
  const both = (rounds: readonly number[][]) =>
    `p50 ${shown(median(rounds.flat()), 'ms')}, p99 ${shown(percentile(rounds.flat(), 99), 'ms')}`;
  return { id, of, limit: both(limit), ours: both(ours), value: ratioOf(p99(ours), p99(limit)) };
}

async function memoryLine(branch: BenchBranch, boards: readonly SignedClient[], wish: Wish): Promise<Line> {
  wish.tell(`memory of ${CROWD} streams`);
  const port = Number(new URL(branch.server.origin).port);
  const ours = await bytesPerStream(OURS_HOOK, port, await streamRequests(boards, CROWD));
  const limit = await bytesPerStream(LIMIT_HOOK, LIMIT_PORT, bareRequests(CROWD));
  return { id: '20', of: `${CROWD} streams`, limit: shown(limit / 1024, 'KiB'), value: ours / 1024 };
}

async function bytesPerStream(
  hook: number,
  port: number,
  requests: readonly StreamRequest[],
): Promise<number> {
  const before = await hookAt(hook).memory();
  const streams = await openStreams(port, requests);
  const after = await hookAt(hook).memory();
  await streams.close();
  return (after - before) / requests.length;
}

async function openStreams(port: number, requests: readonly StreamRequest[]) {
  const child = fork(path.join(import.meta.dirname, 'stream-client.js'));
  await once(child, 'message');
  const say = (message: ToStreams) => child.send(message);
  const heard = async () => (await once(child, 'message'))[0];
  say({ is: 'open', port, requests });
  const opened: FromStreams = await heard();
  if (opened.is !== 'open' || opened.streams !== requests.length) throw new Error('not every stream opened');
  return {
    delays: async (call: () => Promise<void>): Promise<number[]> => {
      say({ is: 'next' });
      await heard();
      const arriving: Promise<FromStreams> = heard();
      const begun = performance.timeOrigin + performance.now();
      await call();
      const arrived = await arriving;
      if (arrived.is !== 'arrived' || arrived.at.length !== requests.length) {
        throw new Error('a call did not reach every stream');
      }
      return arrived.at.map((at) => at - begun);
    },
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function streamRequests(boards: readonly SignedClient[], count: number): Promise<StreamRequest[]> {
  const { head } = await firstOf(boards).hello();
  const signed: StreamRequest[] = [];
  for (let at = 0; at < count; at += 1) {
    const board = boards[at % boards.length] ?? firstOf(boards);
    signed.push(await board.sign('GET', `/v1/stream?from=${head}`));
  }
  return signed;
}

function firstOf(boards: readonly SignedClient[]): SignedClient {
  const [first] = boards;
  if (!first) throw new Error('no boards');
  return first;
}

/** As heavy a head as ours, so that only the servers differ. */
function bareRequests(count: number): StreamRequest[] {
  const headers = { 'x-device': 'wall-1', 'x-nonce': 'n'.repeat(36), 'x-signature': 's'.repeat(86) };
  return Array.from({ length: count }, () => ({ path: '/stream', headers }));
}
