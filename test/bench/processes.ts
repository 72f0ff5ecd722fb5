import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A part of the bench in a process of its own, so that its work is not counted as ours. */
export type Beside = {
  readonly pid: number;
  readonly ask: (message: unknown) => Promise<unknown>;
  readonly kill: () => Promise<void>;
};

/** Starts `<file>.js` of the bench and waits until it says it is ready. */
export async function startBeside(
  file: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Beside> {
  const env = { ...process.env, ...environment };
  const child = fork(path.join(import.meta.dirname, `${file}.js`), [...args], { env });
  await firstWord(child, file);
  return {
    pid: child.pid ?? 0,
    ask: async (message) => {
      child.send(message as object);
      return firstWord(child, file);
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function firstWord(child: ChildProcess, file: string): Promise<unknown> {
  const ended = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: ended.signal }).then(([message]) => message as unknown),
      once(child, 'exit', { signal: ended.signal }).then(([code]) => {
        throw new Error(`${file} ended with ${code}`);
      }),
    ]);
  } finally {
    ended.abort();
  }
}

/** CPU time of a process (all its threads that live) so far; the scheduler counts in nanoseconds. */
export function cpuMsOf(pid: number): number {
  return threadsOf(pid).reduce((sum, thread) => sum + threadCpuMs(pid, thread), 0);
}

/** CPU time of one thread; the main thread has the number of its process. */
export function threadCpuMs(pid: number, thread: number): number {
  const [nanoseconds = '0'] = readQuietly(`/proc/${pid}/task/${thread}/schedstat`).split(' ');
  return Number(nanoseconds) / 1e6;
}

function threadsOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    return [];
  }
}

/** CPU time of a browser: the process and everything it started. */
export function cpuMsOfTree(pid: number): number {
  return treeOf(pid).reduce((sum, each) => sum + cpuMsOf(each), 0);
}

/** Proportional share: memory shared with other processes is divided among them. */
export function proportionalBytes(pid: number): number {
  return kibIn(`/proc/${pid}/smaps_rollup`, 'Pss') * 1024;
}

/** The process and all below it. */
export function treeOf(top: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(statOf(`/proc/${name}/stat`)?.[1] ?? 0) }));
  const below = (pid: number): number[] => [
    pid,
    ...parents.filter(({ parent }) => parent === pid).flatMap((child) => below(child.pid)),
  ];
  return below(top);
}

/** Ends everything below a process, but not the process. */
export function killTree(top: number): void {
  for (const pid of treeOf(top).slice(1)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

export function commandOf(pid: number): string {
  return readQuietly(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

/** Fields after the command's name, which may itself contain spaces. */
function statOf(file: string): string[] | null {
  const text = readQuietly(file);
  return text === '' ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function kibIn(file: string, name: string): number {
  return Number(readQuietly(file).match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1] ?? Number.NaN);
}

/** A process may end between the look at it and the reading. */
function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
