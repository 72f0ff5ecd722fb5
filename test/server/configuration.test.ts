import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnvironment } from '#server/config/environment.ts';
import { readConfiguration } from '#server/config/read-configuration.ts';

type Json = Record<string, unknown>;

describe('kiosk-config', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ginkgo-config-'));
    cpSync(join(process.cwd(), 'kiosk-config'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const edit = (file: string, change: (content: Json) => void): void => {
    const path = join(folder, file);
    const content = JSON.parse(readFileSync(path, 'utf8')) as Json;
    change(content);
    writeFileSync(path, JSON.stringify(content));
  };
  const set = (file: string, path: string, value: unknown) =>
    edit(file, (content) => {
      const steps = path.split('.');
      const last = steps.pop() ?? '';
      const at = steps.reduce((inner, step) => inner[step] as Json, content);
      at[last] = value;
    });
  const problems = async (): Promise<readonly string[]> => {
    const read = await readConfiguration(folder);
    return read.ok ? [] : read.refusal;
  };

  it('has a demo branch without a fault', async () => {
    const read = await readConfiguration(folder);
    if (!read.ok) throw new Error(read.refusal.join('\n'));
    const branch = read.value.branches.get('demo');
    expect(branch?.services).toHaveLength(6);
    expect(branch?.counters).toHaveLength(5);
    expect(branch?.services[0]?.hours[0]).toEqual({ days: [1, 2, 3, 4, 5, 6, 7], fromMin: 0, toMin: 1440 });
    expect([...read.value.devices.keys()]).toEqual(
      expect.arrayContaining(['kiosk-1', 'kiosk-2', 'counter-5', 'pad-5', 'board-1']),
    );
    expect(read.value.initialPins.length).toBeGreaterThanOrEqual(6);
    expect(JSON.stringify([...read.value.devices.values()])).not.toContain('initialPin');
  });

  it('wants every photo that is named', async () => {
    set('branches/demo.json', 'tellers.0.photo', 'li-jing.png');
    expect(await problems()).toEqual([
      'branches/demo.json → tellers.0.photo: expected a file in photos/ or null, found "li-jing.png"',
    ]);
    mkdirSync(join(folder, 'photos'));
    writeFileSync(join(folder, 'photos/li-jing.png'), 'png');
    expect(await problems()).toEqual([]);
  });

  const faults: readonly [string, string, unknown, string][] = [
    [
      'branches/demo.json',
      'services.0.letter',
      'AB',
      'branches/demo.json → services.0.letter: expected one letter A–Z, found "AB"',
    ],
    [
      'branches/demo.json',
      'colour',
      'red',
      'branches/demo.json → colour: unknown key; remove it or correct its spelling',
    ],
    [
      'branches/demo.json',
      'services.1.letter',
      'A',
      'branches/demo.json → services.1.letter: expected one that is not used before, found "A"',
    ],
    [
      'branches/demo.json',
      'counters.0.services.1',
      'nothing',
      'branches/demo.json → counters.0.services.1: expected each of these at most once: cash, card, transfer, company, savings, pension, found "nothing"',
    ],
    [
      'branches/demo.json',
      'id',
      'other',
      'branches/demo.json → id: expected "demo" as the file is called, found "other"',
    ],
    [
      'branches/demo.json',
      'demo',
      false,
      'branches/demo.json → tellers.0.initialPin: expected none outside a demo branch; set PINs with: node dist/server/main.js set-pin 1001',
    ],
    [
      'branches/demo.json',
      'timeZone',
      'Asia/Atlantis',
      'branches/demo.json → timeZone: expected an IANA name like Asia/Shanghai, found "Asia/Atlantis"',
    ],
    [
      'branches/demo.json',
      'rules.maxPassed',
      99,
      'branches/demo.json → rules.maxPassed: expected at most 50, found 99',
    ],
    [
      'branches/demo.json',
      'services.0.name.en',
      undefined,
      'branches/demo.json → services.0.name.en: missing; expected "en"',
    ],
    [
      'devices/pad-1.json',
      'counter',
      '9',
      'devices/pad-1.json → counter: expected one of 1, 2, 3, 4, 5, found "9"',
    ],
    [
      'devices/pad-1.json',
      'branch',
      'nowhere',
      'devices/pad-1.json → branch: expected the id of a file in branches/, found "nowhere"',
    ],
    [
      'devices/board-1.json',
      'role',
      'clock',
      'devices/board-1.json → role: expected "kiosk" or "pad" or "counter" or "board" or "lobby" or "insight", found "clock"',
    ],
    [
      'devices/kiosk-1.json',
      'screen.shortSideMm',
      5,
      'devices/kiosk-1.json → screen.shortSideMm: expected at least 60, found 5',
    ],
  ];
  it.each(faults)('names the fault in %s at %s', async (file, path, value, told) => {
    set(file, path, value);
    expect(await problems()).toContain(told);
  });

  it('lists every fault of every file at once', async () => {
    set('branches/demo.json', 'services.0.letter', 'AB');
    set('branches/demo.json', 'colour', 'red');
    set('devices/pad-1.json', 'printer', 'laser');
    writeFileSync(join(folder, 'devices/pad-2.json'), '{\n  "id": "pad-2",\n  oops\n}');
    const found = await problems();
    expect(found).toHaveLength(4);
    expect(found.join('\n')).toMatch(
      /devices\/pad-2\.json → \(whole file\): not valid JSON at line 3, column 3/,
    );
  });

  it('names a file that cannot be read, beside the faults of the others', async () => {
    mkdirSync(join(folder, 'devices/x.json'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'devices/y.json'));
    set('branches/demo.json', 'colour', 'red');
    expect(await problems()).toEqual([
      'branches/demo.json → colour: unknown key; remove it or correct its spelling',
      'devices/x.json → (whole file): cannot be read (EISDIR)',
      'devices/y.json → (whole file): cannot be read (ENOENT)',
    ]);
  });

  it('says where it looked when the folder is missing', async () => {
    const read = await readConfiguration(join(folder, 'gone'));
    expect(read.ok ? [] : read.refusal).toMatchObject(
      [/branches\/ → \(folder\): missing/, /devices\//].map((text) => expect.stringMatching(text)),
    );
  });
});

describe('environment', () => {
  it('starts a newcomer with nothing set', () => {
    const read = readEnvironment({});
    expect(read).toMatchObject({
      ok: true,
      value: { port: 8080, host: '127.0.0.1', origin: 'http://localhost:8080', databaseUrl: null },
    });
  });

  it('lists every wrong value', () => {
    const read = readEnvironment({
      PORT: 'http',
      GINKGO_ORIGIN: 'lobby',
      DATABASE_URL: 'mysql://x',
      GINKGO_LOG: 'loud',
    });
    expect(read.ok ? [] : read.refusal.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'GINKGO_ORIGIN',
      'GINKGO_LOG',
      'DATABASE_URL',
    ]);
  });
});
