import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGNATURE_HEADERS } from '#contract/signature.ts';
import { helloOf } from './facts.ts';
import { openStream } from './open-stream.ts';
import { type ServerUnderTest, startTestServer } from './running-server.ts';
import { deviceWith, newKey, pairedDevice, type TestDevice } from './test-device.ts';

describe('FLT-2 signatures', () => {
  let under: ServerUnderTest;
  let kiosk: TestDevice;
  let board: TestDevice;
  const path = '/v1/hello';
  const body = JSON.stringify(helloOf({}));

  beforeAll(async () => {
    under = await startTestServer();
    kiosk = await pairedDevice(under, 'kiosk-1');
    board = await pairedDevice(under, 'board-1');
    under.clock.advance(300_000);
  });
  afterAll(async () => await under.stop());

  const send = (headers: Record<string, string>, sent = body, to = path) =>
    fetch(`${under.url}${to}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: sent,
    });
  const signed = (change: { created?: number; nonce?: string } = {}) =>
    kiosk.headersFor({ method: 'POST', path, body }, change);

  const cases: readonly [string, () => Promise<Response>, number, string][] = [
    ['a good one', () => send(signed()), 200, ''],
    ['none', () => send({}), 401, 'unsigned'],
    ['no nonce', () => send({ ...signed(), [SIGNATURE_HEADERS.nonce]: '' }), 401, 'unsigned'],
    ['rubbish', () => send({ ...signed(), [SIGNATURE_HEADERS.signature]: 'AAAA' }), 401, 'unsigned'],
    ['an altered body', () => send(signed(), JSON.stringify(helloOf({ seq: 1 }))), 401, 'bad-signature'],
    ['an altered target', () => send(signed(), body, `${path}?x=1`), 401, 'bad-signature'],
    [
      'another device',
      () => send({ ...signed(), [SIGNATURE_HEADERS.device]: 'board-1' }),
      401,
      'bad-signature',
    ],
    [
      'an unpaired device',
      () => send({ ...signed(), [SIGNATURE_HEADERS.device]: 'pad-5' }),
      401,
      'unknown-device',
    ],
    [
      'an altered time',
      () => send({ ...signed(), [SIGNATURE_HEADERS.created]: String(under.clock.now() - 1) }),
      401,
      'bad-signature',
    ],
    ['121 s ago', () => send(signed({ created: under.clock.now() - 121_000 })), 401, 'clock'],
    ['121 s ahead', () => send(signed({ created: under.clock.now() + 121_000 })), 401, 'clock'],
    ['119 s ago', () => send(signed({ created: under.clock.now() - 119_000 })), 200, ''],
    ['from before the start', () => send(signed({ created: under.clock.now() - 300_001 })), 401, 'clock'],
  ];
  it.each(cases)('%s', async (_, attempt, status, error) => {
    const response = await attempt();
    expect(response.status).toBe(status);
    if (status === 200) return;
    const problem = await response.json();
    expect(problem).toMatchObject({ mark: 'ginkgo/1', error, serverTime: under.clock.now() });
    expect(problem.fix).not.toBe('');
  });

  it('refuses a replay', async () => {
    const headers = signed();
    expect((await send(headers)).status).toBe(200);
    const again = await send(headers);
    expect([again.status, (await again.json()).error]).toEqual([401, 'replayed']);
  });

  it('refuses a kiosk key for what only a console may do, whoever it says it is', async () => {
    const asked = await kiosk.ask({ kind: 'call-next' });
    expect(asked).toEqual({ is: 'refused', code: 'not-your-role' });
  });

  it('ends a revoked device at once: its stream, its requests, its key', async () => {
    const stream = await openStream(under, board);
    const response = await fetch(`${under.url}/v1/operator/revoke`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${under.server.parts.operatorToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ device: 'board-1' }),
    });
    expect(response.status).toBe(200);
    await expect(stream.next(() => false)).rejects.toThrow('the stream ended');
    const refused = await board.call('POST', path, helloOf({}));
    expect([refused.status, (await refused.json()).error]).toEqual([403, 'revoked']);
  });

  it('takes a new key after a new link, and no longer the old one', async () => {
    const old = await pairedDevice(under, 'pad-1');
    const link = await under.server.parts.links.offer(under.server.configuration(), 'pad-1');
    expect(link?.url).toMatch(
      /\/pad\/#pair=[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/,
    );
    const fresh = await pairedDevice(under, 'pad-1');
    expect((await fresh.call('POST', path, helloOf({}))).status).toBe(200);
    expect((await old.call('POST', path, helloOf({}))).status).toBe(401);
  });

  it('does not take the key of a stranger for that of the device', async () => {
    const stranger = deviceWith(under, 'kiosk-1', newKey());
    expect((await stranger.call('POST', path, helloOf({}))).status).toBe(401);
  });
});
