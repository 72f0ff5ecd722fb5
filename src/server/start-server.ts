import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Result } from '#domain/result.ts';
import { accept, refuse } from '#domain/result.ts';
import type { Configuration } from './config/configuration.ts';
import type { Environment } from './config/environment.ts';
import { readConfiguration } from './config/read-configuration.ts';
import { type LiveConfiguration, watchConfiguration } from './config/watch-configuration.ts';
import { createAuthority } from './http/authority.ts';
import { createApp } from './http/create-app.ts';
import { createDeviceGate } from './http/device-gate.ts';
import { createMetrics } from './http/metrics.ts';
import { createPairingLinks, type PairingLink } from './http/pairing-links.ts';
import { SECURITY_HEADERS } from './http/security-headers.ts';
import type { Log, ServerParts } from './http/server-parts.ts';
import { createFeeds } from './push/feeds.ts';
import type { VerifiedCopy } from './store/copy-database.ts';
import type { EventStore } from './store/event-store.ts';
import { openPostgres } from './store/open-postgres.ts';
import { openSqlite } from './store/open-sqlite.ts';
import { writeDurably } from './store/write-durably.ts';
import { createUpkeep } from './upkeep.ts';

export type StartOptions = {
  readonly environment: Environment;
  readonly log: Log;
  readonly now: () => number;
  readonly screensFolder: string;
  readonly copyDatabase: (from: string, to: string) => Promise<VerifiedCopy>;
};

export type RunningServer = {
  readonly port: number;
  readonly links: readonly PairingLink[];
  readonly configuration: () => Configuration;
  readonly parts: ServerParts;
  /** Ends within five seconds: no new requests, streams ended, backup made, database closed, folder released. */
  readonly close: () => Promise<void>;
};

/** Puts the server together, or says everything that is in the way of it. */
export async function startServer(options: StartOptions): Promise<Result<RunningServer, readonly string[]>> {
  const { environment, log, now } = options;
  const read = await readConfiguration(environment.configFolder);
  if (!read.ok) return refuse(read.refusal);
  mkdirSync(environment.dataFolder, { recursive: true, mode: 0o700 });
  const opened = await openStore(options);
  if (!opened.ok) return refuse([opened.refusal]);
  const store = opened.value;
  await adopt(store, read.value);
  if (await store.checkRestored()) log.warn({}, 'the database went back in time; new epochs, numbers jump');

  const config = watchConfiguration(environment.configFolder, read.value, now);
  const parts = await createParts(options, store, config);
  followConfiguration(parts);
  const server = listenWith(parts);
  const listening = await listen(server, environment);
  if (!listening.ok) {
    config.close();
    parts.feeds.close();
    await store.close();
    return refuse([listening.refusal]);
  }
  const upkeep = createUpkeep(parts);
  const close = async (): Promise<void> => {
    config.close();
    parts.feeds.close();
    await closed(server);
    await upkeep.finish();
    await store.close();
  };
  return accept({
    port: listening.value,
    links: parts.links.all(),
    configuration: config.current,
    parts,
    close,
  });
}

async function openStore({
  environment,
  log,
  now,
  copyDatabase,
}: StartOptions): Promise<Result<EventStore, string>> {
  const { databaseUrl, dataFolder, backupFolder } = environment;
  if (databaseUrl === null) {
    return await openSqlite({ folder: dataFolder, backups: backupFolder, now, copy: copyDatabase });
  }
  const onTrouble = (error: Error) => log.error({ err: error }, 'PostgreSQL connection lost');
  return await openPostgres({ url: databaseUrl, now, onTrouble });
}

/** Makes the branches and, in a demo, the first PINs known to the store. */
async function adopt(store: EventStore, config: Configuration): Promise<void> {
  const lines = [...config.branches.values()].map(({ id, timeZone, services }) => ({
    branch: id,
    timeZone,
    letters: services.map(({ letter }) => letter),
  }));
  await store.ensureBranches(lines);
  for (const { branch, teller, pin } of config.initialPins) {
    if (!(await store.pins.has(branch, teller))) await store.pins.set(branch, teller, pin);
  }
}

async function createParts(
  { environment, log, now, screensFolder }: StartOptions,
  store: EventStore,
  config: LiveConfiguration,
): Promise<ServerParts> {
  const feeds = createFeeds({
    store,
    now,
    onTrouble: (error) => log.error({ err: error }, 'journal could not be read'),
  });
  await feeds.refresh();
  const links = createPairingLinks({
    store,
    folder: environment.dataFolder,
    origin: environment.origin,
    now,
  });
  await links.offerMissing(config.current());
  return {
    store,
    config,
    feeds,
    links,
    authority: createAuthority(),
    gate: createDeviceGate({ store, config: config.current, now }),
    metrics: createMetrics(),
    log,
    now,
    newId: randomUUID,
    operatorToken: operatorToken(join(environment.dataFolder, 'operator-token')),
    screensFolder,
    photosFolder: join(environment.configFolder, 'photos'),
  };
}

function followConfiguration({ config, store, links, feeds, log }: ServerParts): void {
  config.onProblems((problems) =>
    log.warn({ problems }, 'kiosk-config has problems; the last good copy stays'),
  );
  config.onChange((current) => {
    const followed = adopt(store, current).then(() => links.offerMissing(current));
    followed.then(
      () => {
        log.info({ devices: current.devices.size }, 'kiosk-config read again');
        // Devices come back with a hello, and get their new configuration with its answer.
        for (const feed of feeds.all()) feed.endStreams();
      },
      (error: unknown) => log.error({ err: error }, 'kiosk-config could not be put in force'),
    );
  });
}

function operatorToken(file: string): string {
  try {
    const kept = readFileSync(file, 'utf8').trim();
    if (kept.length >= 32) return kept;
  } catch {
    // First start: there is none yet.
  }
  const token = randomBytes(32).toString('base64url');
  writeDurably(file, `${token}\n`);
  return token;
}

function listenWith(parts: ServerParts): Server {
  const app = createApp(parts);
  const server = createAdaptorServer({ fetch: app.fetch, createServer }) as Server;
  // A slow sender may hold a connection this long, not for ever.
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  server.on('clientError', (_, socket) => {
    if (!socket.writable) return;
    const headers = Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`);
    socket.end(['HTTP/1.1 400 Bad Request', ...headers, 'connection: close', '', ''].join('\r\n'));
  });
  return server;
}

function listen(server: Server, { port, host }: Environment): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `PORT: ${port} is in use by another program. Stop that one, or start with another port: PORT=${port + 1} npm start`
          : `PORT: cannot listen on ${host}:${port} (${error.message})`;
      resolve(refuse(reason));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(accept(typeof address === 'object' && address ? address.port : port));
    });
  });
}

const GRACE_MS = 2000;

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hard = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(hard);
      resolve();
    });
    server.closeIdleConnections();
  });
}
