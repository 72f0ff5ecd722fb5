import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '#server/config/environment.ts';
import { type RunningServer, startServer } from '#server/start-server.ts';
import { copyDatabase } from '#server/store/copy-database.ts';
import { createServerClock, type ServerClock } from '#test/doubles/server-clock.ts';

export type ServerUnderTest = {
  readonly url: string;
  readonly server: RunningServer;
  readonly environment: Environment;
  readonly clock: ServerClock;
  readonly configFolder: string;
  readonly dataFolder: string;
  readonly logged: readonly string[];
  readonly stop: () => Promise<void>;
};

export type ServerOptions = {
  readonly databaseUrl?: string;
  readonly host?: string;
  readonly clock?: ServerClock;
  readonly copyDatabase?: Parameters<typeof startServer>[0]['copyDatabase'];
  /** A copy of the demo configuration that a test may edit. */
  readonly ownConfig?: boolean;
};

/** A whole server on a free port of the loopback, with its own folders. */
export async function startTestServer(options: ServerOptions = {}): Promise<ServerUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'ginkgo-server-'));
  const clock = options.clock ?? createServerClock(Date.now());
  const configFolder =
    options.ownConfig === true ? join(folder, 'config') : join(process.cwd(), 'kiosk-config');
  if (options.ownConfig === true)
    cpSync(join(process.cwd(), 'kiosk-config'), configFolder, { recursive: true });
  const logged: string[] = [];
  const keep = (what: object, message: string): void =>
    void logged.push(JSON.stringify({ message, ...what }));
  const environment: Environment = {
    port: 0,
    host: options.host ?? '127.0.0.1',
    origin: 'http://localhost:8080',
    dataFolder: join(folder, 'data'),
    backupFolder: join(folder, 'backups'),
    configFolder,
    databaseUrl: options.databaseUrl ?? null,
    logLevel: 'silent',
  };
  const started = await startServer({
    environment,
    log: { info: keep, warn: keep, error: keep },
    now: clock.now,
    screensFolder: join(process.cwd(), 'test/samples/screens'),
    copyDatabase: options.copyDatabase ?? (async (from, to) => copyDatabase(from, to)),
  });
  if (!started.ok) throw new Error(started.refusal.join('\n'));
  return {
    url: `http://${options.host ?? '127.0.0.1'}:${started.value.port}`,
    server: started.value,
    environment,
    clock,
    configFolder,
    dataFolder: join(folder, 'data'),
    logged,
    stop: async () => {
      await started.value.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
