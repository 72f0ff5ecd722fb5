import { expect, it } from 'vitest';
import { startTestServer } from './running-server.ts';

it('ends though the last backup takes longer than an ending process has, and says so', async () => {
  const under = await startTestServer({ copyDatabase: () => new Promise(() => undefined) });
  await under.stop();
  expect(under.logged.join('\n')).toContain('no time for the last backup');
});
