import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const OUT = join(process.cwd(), 'node_modules/.cache/ginkgo-test-server');

/** Builds the server as it is shipped, beside the packages it loads. */
export async function buildServer(): Promise<string> {
  await build({
    mode: 'server',
    configFile: join(process.cwd(), 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: OUT, emptyOutDir: true },
  });
  return join(OUT, 'main.js');
}

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };
export type ServerProcess = {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  readonly child: ChildProcess;
  /** Everything printed until it was ready. */
  readonly greeting: string;
  readonly links: () => readonly { readonly device: string; readonly role: string; readonly url: string }[];
  readonly end: (signal: NodeJS.Signals) => Promise<Ended>;
};

export function newDataFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'ginkgo-process-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const running = new Set<ChildProcess>();

/** Ends what a failed test left behind. */
export function endLeftovers(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}

/** Runs a command of the built server to its end. */
export function runCommand(
  main: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  input = '',
): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...words], { env: { ...process.env, ...env } });
  child.stdin.end(input);
  return ending(child);
}

/** Starts the built server as a process of its own and waits until it serves. */
export async function startProcess(
  main: string,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const port = await freePort();
  const env = {
    PORT: String(port),
    GINKGO_DATA: folder,
    GINKGO_CONFIG: join(process.cwd(), 'kiosk-config'),
    ...more,
  };
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...env } });
  running.add(child);
  const ended = ending(child);
  const greeting = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('Demo tellers')) resolve(out);
    });
    ended.then(({ code, err }) => reject(new Error(`server ended with ${code}: ${err}`)), reject);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    folder,
    child,
    greeting,
    links: () => JSON.parse(readFileSync(join(folder, 'pairing-links.json'), 'utf8')),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

function ending(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
