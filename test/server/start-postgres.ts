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

function findBinaries(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  const newest = Math.max(0, ...versions.filter((version) => existsSync(`${root}/${version}/bin/initdb`)));
  return newest >= 15 ? `${root}/${newest}/bin` : null;
}

function install(): string | null {
  if (!ROOT || !existsSync('/usr/bin/apt-get')) return null;
  console.warn('Installing PostgreSQL from Debian for the store tests …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('/usr/bin/apt-get', ['update'], { env });
  spawnSync('/usr/bin/apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { env });
  return findBinaries();
}

function unprivilegedUser(): string {
  return spawnSync('id', ['postgres']).status === 0 ? 'postgres' : 'nobody';
}

function groupOf(user: string): string {
  return execFileSync('id', ['-gn', user], { encoding: 'utf8' }).trim();
}
