import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BenchBranch, openBranch } from './branch.ts';
import { startBrowser } from './browser.ts';
import { until } from './finger.ts';
import { enterLobby, type Lobby } from './lobby.ts';
import { type Beside, startBeside } from './processes.ts';
import { prepare, type Stage, untilPrecached } from './rounds.ts';
import type { Target } from './targets.ts';

const LIMIT_PORT = '20700';
const LIMIT_ORIGIN = `http://localhost:${LIMIT_PORT}`;

/** The product's server and the limit's, side by side, both of which can be cut off. */
export type Theatre = {
  readonly lobby: Lobby;
  readonly stage: (target: Target, device: string | null) => Promise<Stage>;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openTheatre(): Promise<Theatre> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'ginkgo-bench-'));
  let limit: Beside = await startBeside('limit-server', [LIMIT_PORT, scratch]);
  const branch = await openBranch({});
  const lobby = await enterLobby(branch);
  return {
    lobby,
    stage: (target, device) => stageOf({ target, device, scratch, branch, lobby }),
    cut: async () => {
      await Promise.all([limit.kill(), branch.server.kill()]);
    },
    mend: async () => {
      limit = await startBeside('limit-server', [LIMIT_PORT, scratch]);
      await branch.server.start();
    },
    close: async () => {
      await Promise.all([limit.kill(), branch.remove()]);
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

type Wanted = {
  readonly target: Target;
  readonly device: string | null;
  readonly scratch: string;
  readonly branch: BenchBranch;
  readonly lobby: Lobby;
};

/** A profile for the target; a screen of ours is paired on it, once. */
async function stageOf({ target, device, scratch, branch, lobby }: Wanted): Promise<Stage> {
  const profile = path.join(scratch, target.name);
  if (device === null) return { target, origin: LIMIT_ORIGIN, profile, lobby: null };
  const stage = { target, origin: branch.server.origin, profile, lobby };
  const browser = await startBrowser(profile, target.window);
  try {
    const on = await browser.page();
    await prepare(on, target.first, 1);
    await on.page.goto(branch.server.linkOf(device));
    await until(on, target.first);
    await untilPrecached(on);
  } finally {
    await browser.close();
  }
  return stage;
}
