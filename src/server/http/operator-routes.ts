import { createHash, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Hono } from 'hono';
import * as v from 'valibot';
import { ANSWER_MARK } from '#contract/protocol.ts';
import { Refused } from './problem.ts';
import { parseBody, readBody } from './read-body.ts';
import type { Ctx, Env, ServerParts } from './server-parts.ts';

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const deviceSchema = v.strictObject({ device: v.pipe(v.string(), v.minLength(1)) });
const pinSchema = v.strictObject({
  branch: v.optional(v.string()),
  teller: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,12}$/)),
  pin: v.pipe(v.string(), v.regex(/^\d{4,12}$/)),
});
const markSchema = v.strictObject({ mark: v.string() });
const nothingSchema = v.strictObject({});

/** For the command line beside the server: whoever can read the token file runs this machine already. */
export function addOperatorRoutes(app: Hono<Env>, parts: ServerParts): void {
  const { store, now } = parts;
  const answer = (c: Ctx, content: object) => c.json({ mark: ANSWER_MARK, serverTime: now(), ...content });
  const checked = async <Output>(c: Ctx, schema: v.GenericSchema<unknown, Output>): Promise<Output> => {
    checkOperator(parts, c);
    return parseBody(await readBody(c), schema);
  };

  app.get('/v1/operator/devices', async (c) => {
    checkOperator(parts, c);
    return answer(c, { devices: await listDevices(parts) });
  });
  app.post('/v1/operator/revoke', async (c) => {
    const { device } = await checked(c, deviceSchema);
    if (!(await store.devices.revoke(device, now()))) throw unknown('device', 'a paired device');
    parts.gate.forget(device);
    parts.links.spent(device);
    for (const feed of parts.feeds.all()) feed.endStreams((screen) => screen.device === device);
    parts.log.info({ device }, 'revoked');
    return answer(c, { revoked: device });
  });
  app.post('/v1/operator/link', async (c) => {
    const { device } = await checked(c, deviceSchema);
    const link = await parts.links.offer(parts.config.current(), device);
    if (!link) throw unknown('device', 'a device of kiosk-config');
    return answer(c, { link });
  });
  app.post('/v1/operator/set-pin', async (c) => {
    const { branch, teller, pin } = await checked(c, pinSchema);
    const found = [...parts.config.current().branches.values()].filter(
      ({ id, tellers }) => (branch ?? id) === id && tellers.some((one) => one.id === teller),
    );
    if (found.length === 0) throw unknown('teller', 'a teller of kiosk-config');
    if (found.length > 1) throw unknown('branch', `one of ${found.map(({ id }) => id).join(', ')}`);
    for (const { id } of found) await store.pins.set(id, teller, pin);
    return answer(c, { teller });
  });
  app.post('/v1/operator/backup', async (c) => {
    await checked(c, nothingSchema);
    const backup = await store.backup();
    parts.metrics.count('ginkgo_backups_total', { outcome: backup.is });
    return answer(c, { backup });
  });
  app.post('/v1/operator/backup-begins', async (c) => {
    await checked(c, nothingSchema);
    return answer(c, { backupMark: await store.markBackup() });
  });
  app.post('/v1/operator/backup-verified', async (c) => {
    const { mark } = await checked(c, markSchema);
    if (!(await store.noteBackupVerified(mark, now())))
      throw unknown('mark', 'the mark of the latest backup-begins');
    return answer(c, {});
  });
  app.get('/v1/operator/quarantine', async (c) => {
    checkOperator(parts, c);
    return answer(c, { quarantine: await store.quarantine() });
  });
}

function checkOperator({ operatorToken }: ServerParts, c: Ctx): void {
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  if (isFromHere(c) && timingSafeEqual(digest(given), digest(operatorToken))) return;
  throw new Refused({
    status: 401,
    error: 'not-operator',
    field: 'authorization',
    fix: 'Use the command line on the server itself; it reads the token from the data folder.',
  });
}

/** Over the loopback, or over the server's own address from the machine that has it. */
function isFromHere(c: Ctx): boolean {
  const address = getConnInfo(c).remote.address ?? '';
  return LOOPBACK.includes(address) || address === c.env.incoming.socket.localAddress;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function unknown(field: string, expected: string): Refused {
  return new Refused({ status: 404, error: 'unknown', field, fix: `Give ${expected}.` });
}

async function listDevices({ store, config, links }: ServerParts) {
  const paired = new Map((await store.devices.all()).map((device) => [device.id, device]));
  const open = new Set(links.all().map((link) => link.device));
  return [...config.current().devices.values()].map(({ device }) => {
    const known = paired.get(device.id);
    return {
      id: device.id,
      branch: device.branch,
      role: device.role,
      counter: device.counter,
      state: stateOf(known),
      linkOpen: open.has(device.id),
      pairedAt: known?.pairedAt ?? null,
      lastSeen: known?.lastSeen ?? null,
      health: known?.health ? JSON.parse(known.health) : null,
    };
  });
}

function stateOf(
  known: { readonly revokedAt: number | null } | undefined,
): 'unpaired' | 'paired' | 'revoked' {
  if (!known) return 'unpaired';
  return known.revokedAt === null ? 'paired' : 'revoked';
}
