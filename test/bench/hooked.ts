import path from 'node:path';

/** What a measured server tells of itself. */
export type Hook = {
  /** Resident bytes after garbage collection. */
  readonly memory: () => Promise<number>;
  /** CPU of the process so far. */
  readonly cpuMs: () => Promise<number>;
  readonly watch: () => Promise<void>;
  /** CPU inside the database engine since `watch`. */
  readonly watched: () => Promise<number>;
  /** Writes what happens in between to the file BENCH_PROFILE names. */
  readonly profile: () => Promise<void>;
  readonly profiled: () => Promise<void>;
};

const HOOK = path.join(import.meta.dirname, 'server-hook.js');

/** How a server must be started to be asked later. */
export const hookEnvironment = (port: number) => ({
  NODE_OPTIONS: `--import=${HOOK}`,
  BENCH_HOOK: String(port),
});

export function hookAt(port: number): Hook {
  const ask = async (action: string) => (await fetch(`http://127.0.0.1:${port}/${action}`)).json();
  return {
    memory: () => ask('memory'),
    cpuMs: () => ask('cpu'),
    watch: () => ask('watch'),
    watched: () => ask('watched'),
    profile: () => ask('profile'),
    profiled: () => ask('profiled'),
  };
}
