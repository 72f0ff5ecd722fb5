import { networkInterfaces } from 'node:os';
import { expect, it } from 'vitest';
import { runOperatorCommand } from '#server/operator-cli.ts';
import { startTestServer } from './running-server.ts';

const own = Object.values(networkInterfaces())
  .flat()
  .find((address) => address?.family === 'IPv4' && !address.internal)?.address;

it.each(['127.0.0.1', '0.0.0.0', ...(own === undefined ? [] : [own])])(
  'the command line reaches a server that listens on %s',
  async (host) => {
    const under = await startTestServer({ host });
    const { environment } = under;
    const printed: string[] = [];
    const code = await runOperatorCommand(
      { ...environment, port: under.server.port },
      ['devices'],
      (line) => void printed.push(line),
    );
    expect([code, printed.join('\n')]).toEqual([0, expect.stringMatching(/^kiosk-1 +kiosk +unpaired/m)]);
    await under.stop();
  },
);
