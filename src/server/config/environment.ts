import { join, resolve } from 'node:path';
import type { Result } from '#domain/result.ts';
import { accept, refuse } from '#domain/result.ts';

export type Environment = {
  readonly port: number;
  readonly host: string;
  /** What devices type into their browser; differs from host and port behind a TLS proxy. */
  readonly origin: string;
  readonly dataFolder: string;
  /** Best on another disk or machine than the data. */
  readonly backupFolder: string;
  readonly configFolder: string;
  readonly databaseUrl: string | null;
  readonly logLevel: string;
};

// Loopback by default: other devices need TLS in front anyway, because browsers give keys to secure pages only.
const DEFAULTS = {
  PORT: '8080',
  GINKGO_HOST: '127.0.0.1',
  GINKGO_DATA: './.data',
  GINKGO_CONFIG: './kiosk-config',
  GINKGO_LOG: 'info',
};
const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

/** The process environment, checked: a wrong value stops the start with every problem in one list. */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Result<Environment, readonly string[]> {
  const {
    PORT,
    GINKGO_HOST,
    GINKGO_ORIGIN,
    GINKGO_LOG,
    GINKGO_DATA,
    GINKGO_CONFIG,
    GINKGO_BACKUPS,
    DATABASE_URL,
  } = {
    ...DEFAULTS,
    ...withoutEmpty(env),
  } as Variables;
  const port = Number(PORT);
  const origin = (GINKGO_ORIGIN ?? `http://localhost:${port}`).replace(/\/$/, '');
  const problems = [
    complaint(
      Number.isInteger(port) && port >= 0 && port <= 65535,
      `PORT: expected a whole number from 0 to 65535, found "${PORT}"`,
    ),
    complaint(
      /^https?:\/\/[^/]+$/.test(origin),
      `GINKGO_ORIGIN: expected something like https://lobby.bank.example, found "${origin}"`,
    ),
    complaint(
      LEVELS.includes(GINKGO_LOG),
      `GINKGO_LOG: expected one of ${LEVELS.join(', ')}, found "${GINKGO_LOG}"`,
    ),
    complaint(
      DATABASE_URL === undefined || /^postgres(ql)?:\/\//.test(DATABASE_URL),
      'DATABASE_URL: expected postgres://user:password@host:5432/name; leave it unset for the embedded database',
    ),
  ].flat();
  if (problems.length > 0) return refuse(problems);
  return accept({
    port,
    host: GINKGO_HOST,
    origin,
    dataFolder: resolve(GINKGO_DATA),
    backupFolder: resolve(GINKGO_BACKUPS ?? join(GINKGO_DATA, 'backups')),
    configFolder: resolve(GINKGO_CONFIG),
    databaseUrl: DATABASE_URL ?? null,
    logLevel: GINKGO_LOG,
  });
}

type Variables = typeof DEFAULTS & {
  readonly GINKGO_ORIGIN?: string;
  readonly GINKGO_BACKUPS?: string;
  readonly DATABASE_URL?: string;
};

function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Partial<Variables> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

function complaint(holds: boolean, text: string): readonly string[] {
  return holds ? [] : [text];
}
