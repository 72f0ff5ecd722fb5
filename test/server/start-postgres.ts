import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Postgres = {
  /** A fresh, empty database; its connection string. */
  readonly createDatabase: () => Promise<string>;
  /** As an operator would run it: `psql` statements on the server's own database. */
  readonly query: (sql: string, database?: string) => Promise<string>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type StartedPostgres =
  | { readonly is: 'started'; readonly postgres: Postgres }
  | { readonly is: 'impossible'; readonly reason: string };

const ROOT = process.getuid?.() === 0;

/** A real PostgreSQL in a temporary folder, reachable through a socket in it; installs Debian's package when it may. */
export async function startPostgres(): Promise<StartedPostgres> {
  const bin = findBinaries() ?? install();
  if (bin === null) {
    return {
      is: 'impossible',
      reason: 'PostgreSQL 15 or newer is not installed. As root: apt-get install postgresql',
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'ginkgo-pg-'));
  const user = ROOT ? unprivilegedUser() : null;
  if (user) execFileSync('chown', [user, folder]);
  const as = (command: string, args: readonly string[]): [string, string[]] =>
    user
      ? ['setpriv', [`--reuid=${user}`, `--regid=${groupOf(user)}`, '--clear-groups', command, ...args]]
      : [command, [...args]];
  const data = join(folder, 'data');
  const control = async (...args: readonly string[]): Promise<void> => {
    await run(...as(join(bin, 'pg_ctl'), ['-D', data, '-w', '-t', '60', ...args]), { cwd: folder });
  };
  const options = `-c listen_addresses='' -c unix_socket_directories=${folder} -c max_connections=200 -c recovery_init_sync_method=syncfs`;
  const start = () => control('-o', options, '-l', join(folder, 'log'), 'start');
  await run(
    ...as(join(bin, 'initdb'), [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ]),
    { cwd: folder },
  );
  await start();

  let count = 0;
  const query = async (sql: string, database = 'postgres'): Promise<string> => {
    const args = ['-h', folder, '-U', 'postgres', '-d', database, '-tA', '-c', sql];
    return (await run(...as(join(bin, 'psql'), args), { cwd: folder })).stdout.trim();
  };
  return {
    is: 'started',
    postgres: {
      query,
      async createDatabase() {
        count += 1;
        const name = `ginkgo_${count}`;
        await query(`create database ${name}`);
        // A role without any special right: what a bank's DBA would give us.
        if (count === 1) await query('create role lobby login');
        await query(`alter database ${name} owner to lobby`);
        return `postgres://lobby@localhost/${name}?host=${encodeURIComponent(folder)}`;
      },
      async restart() {
        await control('-m', 'immediate', 'stop');
        await start();
      },
      async stop() {
        await control('-m', 'immediate', 'stop');
        rmSync(folder, { recursive: true, force: true });
      },
    },
  };
}

/** Whether a PostgreSQL is here, or could be installed now. */
export function hasPostgres(): boolean {
  return (findBinaries() ?? install()) !== null;
}

/** Debian's place for each version, then wherever `pg_config` or the PATH point to. */
function findBinaries(): string | null {
  const root = '/usr/lib/postgresql';
  const debian = existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : [];
  const told = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  const path = (process.env['PATH'] ?? '').split(':');
  const found = [...debian, told, ...path]
    .filter((folder) => folder !== '' && existsSync(join(folder, 'initdb')))
    .map((folder) => ({ folder, version: versionIn(folder) }))
    .toSorted((one, other) => other.version - one.version);
  const [newest] = found;
  return newest !== undefined && newest.version >= 15 ? newest.folder : null;
}

function versionIn(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'initdb'), ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

function install(): string | null {
  if (!existsSync('/usr/bin/apt-get')) return null;
  console.warn('Installing PostgreSQL from Debian for the store tests …');
  // Never asks for a password: somebody without the right goes on without PostgreSQL.
  const sudo = ROOT ? [] : ['sudo', '-n'];
  const apt = (...words: readonly string[]): void => {
    const [command = '', ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...words];
    spawnSync(command, rest);
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'postgresql');
  return findBinaries();
}

function unprivilegedUser(): string {
  return spawnSync('id', ['postgres']).status === 0 ? 'postgres' : 'nobody';
}

function groupOf(user: string): string {
  return execFileSync('id', ['-gn', user], { encoding: 'utf8' }).trim();
}
