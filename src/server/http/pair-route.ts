import { getConnInfo } from '@hono/node-server/conninfo';
import type { Hono } from 'hono';
import { pairSchema } from '#contract/pairing.ts';
import { ANSWER_MARK } from '#contract/protocol.ts';
import { tooMany } from './device-gate.ts';
import { Refused } from './problem.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { parseBody, readBody } from './read-body.ts';
import type { Ctx, Env, ServerParts } from './server-parts.ts';

/** Wrong codes from one address. Behind a proxy that is the whole branch; 60 bits of chance do the rest. */
const WRONG_CODES = { burst: 20, perSecond: 20 / 60 };

/** Turns a one-time code and a public key into a device. */
export function addPairRoute(app: Hono<Env>, parts: ServerParts): void {
  const wrongCodes = createRateLimit(WRONG_CODES, parts.now);
  app.post('/v1/pair', (c) => pair(parts, wrongCodes, c));
}

async function pair(parts: ServerParts, wrongCodes: RateLimit, c: Ctx): Promise<Response> {
  const { store, gate, links, feeds, config, log, now } = parts;
  const address = getConnInfo(c).remote.address ?? '';
  const allowance = wrongCodes.look(address);
  if (allowance.is === 'wait') throw tooMany(allowance.retryAfterS);
  const { code, publicKey } = parseBody(await readBody(c), pairSchema);
  const device = await store.devices.deviceOfCode(code);
  const current = device === null ? undefined : config.current().devices.get(device);
  if (device === null || !current) {
    wrongCodes.take(address);
    throw new Refused({
      status: 404,
      error: 'code-unknown',
      field: 'code',
      fix: 'Check the twelve characters, or make a new link: node dist/server/main.js link <device>',
    });
  }
  const { branch, role } = current.device;
  const paired = await store.devices.pair({ code, device, branch, role, publicKey, now: now() });
  if (paired.is !== 'paired') {
    wrongCodes.take(address);
    throw new Refused({
      status: 410,
      error: 'code-used',
      field: 'code',
      fix: `This link was used. Make a new one: node dist/server/main.js link ${device}`,
    });
  }
  gate.forget(device);
  // Streams opened with the former key; a repeat of the same pairing opens its own again.
  feeds.of(branch).endStreams((screen) => screen.device === device);
  links.spent(device);
  log.info({ device, role }, 'paired');
  return c.json({ mark: ANSWER_MARK, device, role, serverTime: now(), config: current });
}
