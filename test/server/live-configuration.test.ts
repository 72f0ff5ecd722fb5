import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStream } from './open-stream.ts';
import { type ServerUnderTest, startTestServer } from './running-server.ts';
import { pairedDevice, type TestDevice } from './test-device.ts';

describe('an edit of kiosk-config while the server runs', () => {
  let under: ServerUnderTest;
  let board: TestDevice;
  let file: string;
  beforeAll(async () => {
    under = await startTestServer({ ownConfig: true });
    board = await pairedDevice(under, 'board-1');
    file = join(under.configFolder, 'branches/demo.json');
  });
  afterAll(async () => await under.stop());

  const nameAt = (answer: { config?: unknown }): string =>
    (answer.config as { branch: { name: { en: string } } }).branch.name.en;
  const settled = () =>
    new Promise<void>((resolve) => {
      under.server.parts.config.onChange(() => resolve());
      under.server.parts.config.onProblems(() => resolve());
    });

  it('FLT-6 a bad one changes nothing, is told, and the last good copy serves', async () => {
    const before = nameAt(await board.hello());
    const good = readFileSync(file, 'utf8');
    const done = settled();
    writeFileSync(file, good.replace('"letter": "A"', '"letter": "AB"'));
    await done;
    expect(nameAt(await board.hello())).toBe(before);
    const ready = await fetch(`${under.url}/readyz`);
    expect(ready.status).toBe(200);
    expect((await ready.json()).configProblems).toEqual([
      'branches/demo.json → services.0.letter: expected one letter A–Z, found "AB"',
    ]);
    const mended = settled();
    writeFileSync(file, good);
    await mended;
    expect((await (await fetch(`${under.url}/readyz`)).json()).configProblems).toEqual([]);
  });

  it('FLT-6 a file that cannot be read changes nothing, and is told', async () => {
    const unreadable = join(under.configFolder, 'devices/x.json');
    const done = settled();
    mkdirSync(unreadable);
    await done;
    const told = (await (await fetch(`${under.url}/readyz`)).json()).configProblems;
    expect(told).toEqual(['devices/x.json → (whole file): cannot be read (EISDIR)']);
    expect((await board.hello()).stream).toBe('known');
    const mended = settled();
    rmdirSync(unreadable);
    await mended;
    expect(under.server.parts.config.state().problems).toEqual([]);
  });

  it('a good one reaches the devices: their streams end, and the hello brings it', async () => {
    const stream = await openStream(under, board);
    const { config } = await board.hello();
    const { version } = config as { version: string };
    const ended = expect(stream.next(() => false)).rejects.toThrow('the stream ended');
    const read = settled();
    writeFileSync(file, readFileSync(file, 'utf8').replace('Hepingli Branch', 'Yonghegong Branch'));
    await read;
    await ended;
    const answer = await board.hello({ configVersion: version });
    expect(nameAt(answer)).toBe('Ginkgo Bank, Yonghegong Branch');
  });
});
