/**
 * Loaded into a measured server by `node --import`: answers what it cost, and tidies up before memory is read.
 * Listens on loopback at BENCH_HOOK; the server itself knows nothing of it.
 */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'libsql';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** CPU inside the database engine. Its calls are synchronous, so what is spent meanwhile is theirs. */
let engineMs = 0;
/** Looking costs something itself: only while somebody asked for it. */
let watching = false;
const CALLS = ['run', 'get', 'all'];
type Calls = Record<string, (...values: unknown[]) => unknown>;

const prepare = Database.prototype.prepare;
Database.prototype.prepare = function watched(this: Database.Database, source: string) {
  const statement = inEngine(() => prepare.call(this, source));
  if (watching) watch(statement as unknown as Calls);
  return statement;
} as typeof prepare;

function watch(statement: Calls): void {
  for (const name of CALLS) {
    const call = statement[name]?.bind(statement);
    if (call) statement[name] = (...values) => inEngine(() => call(...values));
  }
}

function inEngine<Value>(work: () => Value): Value {
  if (!watching) return work();
  const before = cpuMs();
  try {
    return work();
  } finally {
    engineMs += cpuMs() - before;
  }
}

const session = new Session();
session.connect();

const actions: Record<string, () => Promise<unknown>> = {
  '/memory': async () => {
    for (let count = 0; count < 4; count += 1) collectGarbage();
    return process.memoryUsage().rss;
  },
  '/cpu': async () => cpuMs(),
  '/watch': async () => {
    watching = true;
    engineMs = 0;
    return null;
  },
  '/watched': async () => {
    watching = false;
    return engineMs;
  },
  // For a person who wants to know where the time goes: BENCH_PROFILE names a .cpuprofile to write.
  '/profile': async () => {
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return null;
  },
  '/profiled': async () => {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync(process.env['BENCH_PROFILE'] ?? 'bench.cpuprofile', JSON.stringify(profile));
    return null;
  },
};

createServer((request, response) => {
  const action = actions[request.url ?? ''] ?? (async () => null);
  void action().then((value) => response.end(JSON.stringify(value)));
})
  .listen(Number(process.env['BENCH_HOOK']), '127.0.0.1')
  .unref();
