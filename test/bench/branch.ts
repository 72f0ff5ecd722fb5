import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BranchFile, DeviceFile } from '#contract/config.ts';
import { type BranchServer, createBranchServer } from '#test/journeys/branch-server.ts';
import { pairClient, type SignedClient } from './signed-client.ts';

/** The production server on a copy of the demo branch: open all day, with as many devices as the bench needs. */
export type BenchBranch = {
  readonly server: BranchServer;
  readonly client: (device: string) => Promise<SignedClient>;
  readonly remove: () => Promise<void>;
};

export type Extra = { readonly kiosks?: number; readonly boards?: number };

/** One teller, PIN as in the demo branch, at the counter that serves cash. */
export const TELLER = { id: '1001', pin: '2468' };
const ALL_DAY = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];

export async function openBranch(
  extra: Extra,
  environment: Record<string, string> = {},
): Promise<BenchBranch> {
  const config = mkdtempSync(path.join(tmpdir(), 'ginkgo-bench-config-'));
  writeConfig(config, extra);
  const server = await createBranchServer({
    GINKGO_CONFIG: config,
    GINKGO_LOG: 'warn',
    ...environment,
  });
  await server.start();
  return {
    server,
    client: (device) => pairClient(server.origin, server.linkOf(device)),
    remove: async () => {
      await server.remove();
      rmSync(config, { recursive: true, force: true });
    },
  };
}

function writeConfig(folder: string, { kiosks = 0, boards = 0 }: Extra): void {
  const demo = path.join(import.meta.dirname, '../../kiosk-config');
  cpSync(demo, folder, { recursive: true });
  const branchPath = path.join(folder, 'branches/demo.json');
  const branch: BranchFile = JSON.parse(readFileSync(branchPath, 'utf8'));
  const services = branch.services.map((service) => ({ ...service, hours: ALL_DAY }));
  writeFileSync(branchPath, JSON.stringify({ ...branch, services }));
  mkdirSync(path.join(folder, 'devices'), { recursive: true });
  addLike(folder, 'kiosk-1', namesOf('load', kiosks));
  addLike(folder, 'board-1', namesOf('wall', boards));
}

/** `load-1`, `load-2` …: kiosks that only send. `wall-1` …: boards that only listen. */
export function namesOf(prefix: 'load' | 'wall', count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
}

function addLike(folder: string, model: string, names: readonly string[]): void {
  const device: DeviceFile = JSON.parse(readFileSync(path.join(folder, `devices/${model}.json`), 'utf8'));
  for (const id of names) {
    writeFileSync(path.join(folder, `devices/${id}.json`), JSON.stringify({ ...device, id }));
  }
}
