import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Environment } from './config/environment.ts';

export const OPERATOR_COMMANDS = ['devices', 'revoke', 'link', 'set-pin', 'backup', 'quarantine', 'help'];

type Call = { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: object };
type Print = (line: string) => void;

const HELP = `node dist/server/main.js            starts the server
node dist/server/main.js devices          lists devices: paired, revoked, last seen
node dist/server/main.js link <device>    makes a new pairing link
node dist/server/main.js revoke <device>  ends a device at once
node dist/server/main.js set-pin <teller> [branch]  sets a teller's PIN (asked for, never an argument)
node dist/server/main.js backup           makes a verified backup now
node dist/server/main.js backup begins | backup verified <mark>  around a backup of PostgreSQL
node dist/server/main.js quarantine       facts that could not be used, as JSON

Talks to the running server with the token in GINKGO_DATA; PORT and GINKGO_HOST as for the server.`;

/** Runs one command against the running server; resolves to the exit code. */
export async function runOperatorCommand(
  environment: Environment,
  words: readonly string[],
  print: Print,
): Promise<number> {
  const call = await callFor(words);
  if (call === null) {
    print(HELP);
    return words[0] === 'help' ? 0 : 2;
  }
  const answer = await send(environment, call);
  print(words[0] === 'devices' ? deviceTable(answer.content) : JSON.stringify(answer.content, null, 2));
  return answer.ok ? 0 : 1;
}

async function callFor([command = '', first, second]: readonly string[]): Promise<Call | null> {
  const post = (path: string, body: object): Call => ({ method: 'POST', path: `/v1/operator/${path}`, body });
  switch (`${command}${first === undefined ? '' : ' …'}`) {
    case 'devices':
    case 'quarantine':
      return { method: 'GET', path: `/v1/operator/${command}` };
    case 'revoke …':
    case 'link …':
      return post(command, { device: first });
    case 'set-pin …':
      return post(command, { teller: first, pin: await askPin(), ...(second && { branch: second }) });
    case 'backup':
      return post('backup', {});
    case 'backup …':
      return first === 'begins' ? post('backup-begins', {}) : post('backup-verified', { mark: second ?? '' });
    default:
      return null;
  }
}

/** From the terminal or a pipe: an argument would be in the shell's history and the process list. */
async function askPin(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const pin = await lines.question('PIN (4 to 12 digits): ');
  lines.close();
  return pin.trim();
}

async function send(
  { port, host, dataFolder }: Environment,
  { method, path, body }: Call,
): Promise<{ readonly ok: boolean; readonly content: unknown }> {
  try {
    const token = readFileSync(join(dataFolder, 'operator-token'), 'utf8').trim();
    const response = await fetch(`http://${reachable(host)}:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { ok: response.ok, content: await response.json() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const fix = `Is the server running with this PORT (${port}), GINKGO_HOST (${host}) and GINKGO_DATA (${dataFolder})?`;
    return { ok: false, content: { error: 'no-server', reason, fix } };
  }
}

/** An address that means all of them is reached on the loopback. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

type Listed = {
  readonly id: string;
  readonly role: string;
  readonly state: string;
  readonly lastSeen: number | null;
  readonly health: { readonly unsent?: number; readonly troubles?: readonly string[] } | null;
};

function deviceTable(content: unknown): string {
  const { devices } = content as { readonly devices?: readonly Listed[] };
  if (!devices) return JSON.stringify(content, null, 2);
  const rows = devices.map(({ id, role, state, lastSeen, health }) => [
    id,
    role,
    state,
    lastSeen === null ? '-' : new Date(lastSeen).toISOString(),
    health ? `${health.unsent ?? 0} unsent ${(health.troubles ?? []).join(' ')}`.trim() : '-',
  ]);
  const table = [['device', 'role', 'state', 'last seen', 'health'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
