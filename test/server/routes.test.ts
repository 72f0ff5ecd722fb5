import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '#contract/protocol.ts';
import type { Role } from '#domain/branch/role.ts';
import { ACCESS, type Endpoint, mayCallEndpoint } from '#server/http/access.ts';
import { createApp } from '#server/http/create-app.ts';
import { SECURITY_HEADERS } from '#server/http/security-headers.ts';
import { SCREENS } from '#server/http/static-files.ts';
import { batchOf, helloOf } from './facts.ts';
import { type ServerUnderTest, startTestServer } from './running-server.ts';
import { newKey, pairBy, pairedDevice, type TestDevice } from './test-device.ts';

describe('routes', () => {
  let under: ServerUnderTest;
  const devices = new Map<string, TestDevice>();

  beforeAll(async () => {
    under = await startTestServer({ ownConfig: true });
    const byRole = { kiosk: 'kiosk-1', pad: 'pad-1', counter: 'counter-1', board: 'board-1' };
    for (const [role, id] of Object.entries(byRole)) devices.set(role, await pairedDevice(under, id));
  });
  afterAll(async () => await under.stop());

  const deviceOf = (role: string): TestDevice => {
    const device = devices.get(role);
    if (!device) throw new Error(`no ${role} paired`);
    return device;
  };
  const endpoints = Object.keys(ACCESS) as Endpoint[];

  it('SEC-12 has a row in the table for every route but the pages and pictures', () => {
    const pages = ['/', '/*', ...Object.keys(SCREENS).map((address) => `/${address}`)];
    const routes = createApp(under.server.parts)
      .routes.filter(({ method }) => method !== 'ALL')
      .filter(({ path }) => !pages.includes(path) && !path.startsWith('/photos/'))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(routes)].toSorted()).toEqual(endpoints.toSorted());
  });

  const matrix = endpoints
    .filter((endpoint) => Array.isArray(ACCESS[endpoint]))
    .flatMap((endpoint) => ['kiosk', 'pad', 'counter', 'board'].map((role) => [endpoint, role] as const));
  it.each(matrix)('SEC-12 %s for a %s is as the table has it', async (endpoint, role) => {
    const [method = '', path = ''] = endpoint.split(' ');
    const query = path === '/v1/entries' ? '?from=0&wait=0' : '';
    const response = await deviceOf(role).call(method, path + query, method === 'POST' ? {} : undefined);
    expect(response.status === 403).toBe(!mayCallEndpoint(role as Role, endpoint));
    await response.body?.cancel();
  });

  it.each(endpoints)('SEC-12 %s is closed to strangers unless it is open to all', async (endpoint) => {
    const [method = '', path = ''] = endpoint.split(' ');
    const response = await fetch(`${under.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: 'Bearer wrong' },
      ...(method === 'POST' && { body: '{}' }),
    });
    if (ACCESS[endpoint] !== 'open') expect(response.status).toBe(401);
    else expect(response.status).not.toBe(401);
  });

  const everywhere: readonly [string, string, RequestInit][] = [
    ...endpoints.map((endpoint): [string, string, RequestInit] => {
      const [method = '', path = ''] = endpoint.split(' ');
      return [endpoint, path, { method, ...(method === 'POST' && { body: '{}' }) }];
    }),
    ...Object.keys(SCREENS).map((address): [string, string, RequestInit] => [
      `GET /${address}/`,
      `/${address}/`,
      {},
    ]),
    ['a redirect', '/', { redirect: 'manual' }],
    ['an asset', '/assets/base-0123abcd.js', {}],
    ['the service worker', '/sw.js', {}],
    ['nothing', '/nothing-here', {}],
    ['an unknown method', '/v1/hello', { method: 'DELETE' }],
    ['a path out of the folder', '/assets/%2e%2e/%2e%2e/package.json', {}],
  ];
  it.each(everywhere)('SEC-1 %s carries every security header', async (_, path, init) => {
    const response = await fetch(`${under.url}${path}`, init);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (name !== 'cache-control') expect([name, response.headers.get(name)]).toEqual([name, value]);
    }
    if (path.startsWith('/v1/')) expect(response.headers.get('cache-control')).toBe('no-store');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain('trusted-types ginkgo');
    await response.body?.cancel();
  });

  it('SEC-1 carries them on a stream and on what is no HTTP at all', async () => {
    const stream = await devices.get('board')?.call('GET', '/v1/stream');
    expect(stream?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(stream?.headers.get('content-type')).toBe('text/event-stream');
    await stream?.body?.cancel();
  });

  it('serves a teller photo of the configuration, and nothing beside it', async () => {
    mkdirSync(join(under.configFolder, 'photos'));
    writeFileSync(join(under.configFolder, 'photos/li-jing.png'), 'picture');
    const photo = await fetch(`${under.url}/photos/li-jing.png`);
    expect(photo.headers.get('content-type')).toBe('image/png');
    expect(await photo.text()).toBe('picture');
    for (const path of ['/photos/nobody.png', '/photos/..%2Fbranches%2Fdemo.json', '/photos/demo.json']) {
      expect([path, (await fetch(`${under.url}${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('serves pages fresh, hashed files for ever, and compressed where it can', async () => {
    const page = await fetch(`${under.url}/kiosk/`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const worker = await fetch(`${under.url}/sw.js`);
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    const asset = await fetch(`${under.url}/assets/base-0123abcd.js`, {
      headers: { 'accept-encoding': 'br' },
    });
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-encoding')).toBe('br');
    expect(await asset.text()).toContain('sample');
    const etag = page.headers.get('etag') ?? '';
    const again = await fetch(`${under.url}/kiosk/`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect((await fetch(`${under.url}/kiosk`, { redirect: 'manual' })).headers.get('location')).toBe(
      '/kiosk/',
    );
  });

  const refusals: readonly [string, () => Promise<Response>, number, string, string][] = [
    ['text', () => post('hello', 'hello', { 'content-type': 'text/plain' }), 415, 'not-json', 'content-type'],
    ['too much', () => post('hello', ' '.repeat(MAX_BODY_BYTES + 1)), 413, 'too-large', 'content-length'],
    [
      'a page of another site',
      () => post('pair', '{}', { 'sec-fetch-site': 'cross-site' }),
      403,
      'cross-site',
      'sec-fetch-site',
    ],
    ['broken JSON', () => post('pair', '{"proto":'), 400, 'malformed', ''],
    ['a wrong field', () => post('pair', '{"proto":1,"code":"short"}'), 400, 'malformed', 'code'],
    ['no such route', () => post('nowhere', '{}'), 404, 'not-found', 'path'],
    ['an old app', () => signedPost('/v1/hello', helloOf({ proto: 0 })), 426, 'update-needed', 'proto'],
    [
      '101 facts',
      () => signedPost('/v1/journal', batchOf({ ids: Array.from({ length: 101 }, (_, i) => `f${i}`) })),
      400,
      'malformed',
      'facts',
    ],
    [
      'a fact without an id',
      () => signedPost('/v1/journal', { ...batchOf({ ids: ['a'] }), facts: [{ seq: 1 }] }),
      400,
      'malformed',
      'facts.0.id',
    ],
    ['a bad position', () => signedGet('/v1/entries?from=-1'), 400, 'malformed', 'from'],
  ];
  it.each(refusals)('SEC-13 refuses %s, saying where and what to do', async (_, attempt, ...expected) => {
    const response = await attempt();
    const problem = await response.json();
    expect([response.status, problem.error, problem.field]).toEqual(expected);
    expect(problem.fix.length).toBeGreaterThan(5);
    expect(problem.mark).toBe('ginkgo/1');
  });

  function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${under.url}/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  }
  const kiosk = (): TestDevice => deviceOf('kiosk');
  const signedPost = (path: string, content: unknown) => kiosk().call('POST', path, content);
  const signedGet = (path: string) => kiosk().call('GET', path);

  it('quarantines __proto__ as nothing special and stays whole', async () => {
    const answer = await kiosk().record(
      JSON.parse('{"kind":"ticket-printed","ticketId":"__proto__","outcome":"printed"}'),
    );
    expect(answer.quarantined).toEqual([]);
    const polluted = await kiosk().record(
      JSON.parse('{"kind":"ticket-printed","ticketId":"t","outcome":"printed","__proto__":{"x":1}}'),
    );
    expect(polluted.end).toEqual({ is: 'done' });
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('takes absurd numbers for what they are', async () => {
    const absurd = helloOf({ upTo: 1e300, seq: 1e300, stream: 'absurd' });
    const leases = [{ id: 'l', day: '2026-11-23', letter: 'A', next: 1e300, to: 1e300 }];
    const answer = await kiosk().call('POST', '/v1/hello', { ...absurd, position: 1e300, leases });
    expect(answer.status).toBe(200);
  });

  it('SEC-7 holds a flood with 429, and lets the same device in again a moment later', async () => {
    const flood = await Promise.all(
      Array.from({ length: 200 }, () => kiosk().call('GET', '/v1/entries?from=0&wait=0')),
    );
    const refused = flood.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(50);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    for (const response of flood) await response.body?.cancel();
    expect((await devices.get('board')?.call('GET', '/v1/snapshot'))?.status).toBe(200);
    under.clock.advance(5000);
    expect((await kiosk().call('GET', '/v1/snapshot')).status).toBe(200);
  });

  it('FLT-1 lets an address, perhaps a proxy’s, guess twenty codes a minute', async () => {
    const guess = () => pairBy(under, '0000-0000-0000', newKey());
    for (let count = 0; count < 20; count += 1) expect((await guess()).status).toBe(404);
    const stopped = await guess();
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    under.clock.advance(60_000);
    expect((await guess()).status).toBe(404);
  });

  it('tells an operator how it is', async () => {
    expect(await (await fetch(`${under.url}/healthz`)).json()).toMatchObject({ mark: 'ginkgo/1' });
    expect(await (await fetch(`${under.url}/readyz`)).json()).toMatchObject({
      database: true,
      configProblems: [],
    });
    const metrics = await (await fetch(`${under.url}/metrics`)).text();
    expect(metrics).toMatch(/^ginkgo_facts_total \d+$/m);
    expect(metrics).toMatch(/^ginkgo_requests_total\{area="\/v1\/hello",status="426"\} 1$/m);
    expect(metrics).not.toContain('kiosk-1');
  });
});
