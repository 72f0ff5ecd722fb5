import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Entries } from '#contract/journal.ts';
import { buildServer, endLeftovers, newDataFolder, runCommand, startProcess } from './built-server.ts';
import { ticketTaken } from './facts.ts';
import { deviceWith, newKey, pairBy, type TestDevice, type TestKey } from './test-device.ts';

type Running = Awaited<ReturnType<typeof startProcess>>;

describe('the server as a process', { timeout: 180_000 }, () => {
  const realClock = { now: Date.now, advance: () => undefined };
  const data = newDataFolder();
  let main: string;
  const keys = new Map<string, TestKey>();
  beforeAll(async () => {
    main = await buildServer();
  });
  afterEach(endLeftovers);
  afterAll(() => data.remove());

  const pair = async (running: Running, id: string): Promise<TestDevice> => {
    const key = newKey();
    keys.set(id, key);
    const link = running.links().find(({ device }) => device === id);
    const response = await pairBy(running, link?.url.split('#pair=')[1] ?? '', key);
    if (!response.ok) throw new Error(await response.text());
    return again(running, id);
  };
  const again = (running: Running, id: string) =>
    deviceWith({ url: running.url, clock: realClock }, id, keys.get(id) ?? newKey());
  const positions = async (device: TestDevice): Promise<readonly number[]> =>
    ((await (await device.call('GET', '/v1/entries?from=0&wait=0')).json()) as Entries).entries.map(
      (entry) => (entry as { position: number }).position,
    );
  const env = (running: Running) => ({ PORT: String(running.port), GINKGO_DATA: running.folder });

  it('prints a line for each device, keeps the links private, and takes paired ones out', async () => {
    const running = await startProcess(main, data.folder);
    expect(running.greeting).toMatch(/kiosk-1 {2,}http:\/\/localhost:\d+\/kiosk\/#pair=[0-9A-Z-]{14}/);
    expect(running.greeting).toMatch(/Demo tellers, 工号\/PIN: 1001\/2468/);
    for (const file of ['pairing-links.json', 'operator-token']) {
      expect(statSync(join(data.folder, file)).mode & 0o777).toBe(0o600);
    }
    const before = running.links();
    await pair(running, 'kiosk-1');
    await pair(running, 'board-1');
    expect(running.links()).toEqual(before.filter(({ device }) => !['kiosk-1', 'board-1'].includes(device)));
    expect((await running.end('SIGTERM')).code).toBe(0);

    const restarted = await startProcess(main, data.folder);
    expect(restarted.links().map(({ url }) => url.split('#')[1])).toEqual(
      running.links().map(({ url }) => url.split('#')[1]),
    );
    expect((await restarted.end('SIGINT')).code).toBe(0);
  });

  it('has everything it acknowledged after kill -9 in the middle of writing, three times', async () => {
    let acknowledged = 0;
    for (let round = 0; round < 3; round += 1) {
      const running = await startProcess(main, data.folder);
      const kiosk = again(running, 'kiosk-1');
      const writing = writeUntilKilled(running, kiosk, () => {
        acknowledged += 2;
      });
      await expect(writing).rejects.toThrow();
      await running.end('SIGKILL');
    }
    const running = await startProcess(main, data.folder);
    const kept = await positions(again(running, 'board-1'));
    expect(kept.length).toBeGreaterThanOrEqual(acknowledged);
    expect(kept).toEqual(kept.map((_, index) => index + 1));
    await running.end('SIGTERM');
  });

  it('ends within five seconds with a stream and a long poll open, with a verified backup, and frees the folder', async () => {
    const running = await startProcess(main, data.folder);
    const board = again(running, 'board-1');
    const stream = await board.call('GET', '/v1/stream');
    const head = (await positions(board)).at(-1) ?? 0;
    const polling = board.call('GET', `/v1/entries?from=${head}`).catch(() => null);
    const kiosk = again(running, 'kiosk-1');
    await kiosk.record(ticketTaken('last'));
    const ended = await running.end('SIGTERM');
    // Not the 1 of the emergency exit after five seconds.
    expect(ended.code).toBe(0);
    await stream.text().catch(() => '');
    await polling;
    expect(readdirSync(data.folder)).not.toContain('lock');
    expect(ended.err).toContain('backup made and verified');
    expect(readdirSync(join(data.folder, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is run from the command line: devices, link, revoke, set-pin, backup, quarantine', async () => {
    const running = await startProcess(main, data.folder);
    const command = (words: readonly string[], input = '') => runCommand(main, words, env(running), input);
    expect((await command(['devices'])).out).toMatch(/^kiosk-1 +kiosk +paired/m);
    const link = await command(['link', 'board-1']);
    expect(JSON.parse(link.out).link.url).toMatch(/\/board\/#pair=/);
    expect((await command(['revoke', 'board-1'])).code).toBe(0);
    expect((await command(['devices'])).out).toMatch(/^board-1 +board +revoked/m);
    const console1 = await pair(running, 'counter-1');
    expect((await command(['set-pin', '1001'], '135790\n')).code).toBe(0);
    expect(await console1.ask({ kind: 'sign-in', teller: '1001', pin: '2468' })).toMatchObject({
      code: 'wrong-pin',
    });
    expect(await console1.ask({ kind: 'sign-in', teller: '1001', pin: '135790' })).toMatchObject({
      is: 'done',
    });
    expect(JSON.parse((await command(['backup'])).out).backup.is).toBe('verified');
    expect(JSON.parse((await command(['quarantine'])).out).quarantine).toEqual([]);
    const missing = await command(['revoke', 'nobody']);
    expect([missing.code, JSON.parse(missing.out).error]).toEqual([1, 'unknown']);
    expect((await command(['dance'])).code).toBe(2);

    const second = await runCommand(main, [], { ...env(running), PORT: '0' });
    expect([second.code, second.err]).toEqual([
      1,
      expect.stringContaining('is in use by another Ginkgo server'),
    ]);
    const busy = await runCommand(main, [], { ...env(running), GINKGO_DATA: `${data.folder}/other` });
    expect([busy.code, busy.err]).toEqual([1, expect.stringContaining('in use by another program')]);
    const ended = await running.end('SIGTERM');
    expect(ended.err).not.toMatch(/2468|135790|#pair=/);
  });

  it('says everything that is wrong and does not start', async () => {
    const wrong = await runCommand(main, [], { PORT: 'http', DATABASE_URL: 'mysql://x' });
    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(/PORT: expected/);
    expect(wrong.err).toMatch(/DATABASE_URL: expected/);
  });
});

async function writeUntilKilled(
  running: Running,
  kiosk: TestDevice,
  acknowledged: () => void,
): Promise<never> {
  for (let count = 0; ; count += 1) {
    const answer = await kiosk.record(ticketTaken(`t-${count}`), ticketTaken(`u-${count}`));
    if (answer.end.is === 'done') acknowledged();
    if (count === 12) running.child.kill('SIGKILL');
  }
}
