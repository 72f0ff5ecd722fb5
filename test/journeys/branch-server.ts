import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const top = path.join(import.meta.dirname, '../..');

export type PairingLink = { readonly device: string; readonly role: string; readonly url: string };

/** The production server as a process of its own, with data and port of its own: it can be killed and come back. */
export type BranchServer = {
  readonly origin: string;
  readonly dataFolder: string;
  readonly start: () => Promise<void>;
  /** As a power cut would: no goodbye. */
  readonly kill: () => Promise<void>;
  /** As an operator would: SIGTERM, and waits for the clean end. */
  readonly stop: () => Promise<number | null>;
  readonly linkOf: (device: string) => string;
  readonly run: (...args: readonly string[]) => Promise<string>;
  readonly log: () => string;
  readonly remove: () => Promise<void>;
};

export async function createBranchServer(
  environment: Record<string, string> = {},
  dist = path.join(top, 'dist'),
): Promise<BranchServer> {
  const program = path.join(dist, 'server/main.js');
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'ginkgo-journey-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = { ...process.env, PORT: String(port), GINKGO_DATA: dataFolder, ...environment };
  let child: ChildProcess | null = null;
  let output = '';

  async function start() {
    const started = spawn('node', [program], {
      cwd: top,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    started.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString();
    });
    started.stderr.on('data', (bytes: Buffer) => {
      output += bytes.toString();
    });
    await untilReady(origin, started, () => output);
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null) return ending?.exitCode ?? null;
    const exited = once(ending, 'exit');
    ending.kill(signal);
    await exited;
    return ending.exitCode;
  }

  async function run(...args: readonly string[]) {
    const command = spawn('node', [program, ...args], { cwd: top, env });
    let printed = '';
    command.stdout.on('data', (bytes: Buffer) => {
      printed += bytes.toString();
    });
    command.stderr.on('data', (bytes: Buffer) => {
      printed += bytes.toString();
    });
    await once(command, 'exit');
    return printed;
  }

  return {
    origin,
    dataFolder,
    start,
    run,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    linkOf: (device) => linkIn(dataFolder, device),
    log: () => output,
    remove: async () => {
      await end('SIGKILL');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function linkIn(dataFolder: string, device: string): string {
  const links: PairingLink[] = JSON.parse(readFileSync(path.join(dataFolder, 'pairing-links.json'), 'utf8'));
  const link = links.find((candidate) => candidate.device === device);
  if (!link) throw new Error(`no pairing link for ${device}: ${links.map((each) => each.device).join(', ')}`);
  return link.url;
}

async function untilReady(origin: string, child: ChildProcess, output: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await pause(25);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
