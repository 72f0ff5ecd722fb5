import { expect, it } from 'vitest';
import { ticketTaken } from './facts.ts';
import { openStream } from './open-stream.ts';
import { startTestServer } from './running-server.ts';
import { deviceWith, newKey, pairedDevice } from './test-device.ts';
import { describeWithPostgres } from './with-postgres.ts';

describeWithPostgres('two servers on one PostgreSQL', (postgres) => {
  it('a screen of the one hears what a kiosk tells the other, and what is revoked here is revoked there', async () => {
    const databaseUrl = await postgres().createDatabase();
    const one = await startTestServer({ databaseUrl });
    const two = await startTestServer({ databaseUrl, clock: one.clock });
    const key = newKey();
    const kiosk = await pairedDevice(one, 'kiosk-1');
    const boardKey = newKey();
    await pairedDevice(two, 'board-1', boardKey);
    const boardAtOne = deviceWith(one, 'board-1', boardKey);
    const boardAtTwo = deviceWith(two, 'board-1', boardKey);
    await kiosk.hello();
    const stream = await openStream(two, boardAtTwo);
    await kiosk.record(ticketTaken('t-1'), ticketTaken('t-2'));
    expect(
      (await stream.next(({ fact }) => fact.kind === 'ticket-taken' && fact.ticketId === 't-2')).position,
    ).toBe(2);
    const nonce = 'one-nonce-for-both';
    const path = '/v1/entries?from=0&wait=0';
    const headers = boardAtOne.headersFor({ method: 'GET', path }, { nonce });
    expect((await fetch(`${one.url}${path}`, { headers })).status).toBe(200);
    expect((await fetch(`${two.url}${path}`, { headers })).status).toBe(401);

    await one.server.parts.store.devices.revoke('board-1', one.clock.now());
    one.clock.advance(2000);
    expect((await boardAtTwo.call('GET', path)).status).toBe(403);
    const ended = expect(stream.next(() => false)).rejects.toThrow('the stream ended');
    await two.server.parts.feeds.ping();
    await ended;
    expect((await pairedDevice(two, 'pad-1', key)).id).toBe('pad-1');
    await one.stop();
    await two.stop();
  });
});
