import type { Hono } from 'hono';
import { helloSchema } from '#contract/journal.ts';
import { ANSWER_MARK, MAX_BATCH, OLDEST_PROTOCOL_SERVED } from '#contract/protocol.ts';
import { businessDayAt } from '#server/store/business-day.ts';
import { admit, parseVersioned } from './admit-device.ts';
import type { Ctx, Env, ServerParts } from './server-parts.ts';

/** A device says who it is, how far it got and what it holds. */
export function addHelloRoute(app: Hono<Env>, parts: ServerParts): void {
  app.post('/v1/hello', (c) => hello(parts, c));
}

async function hello(parts: ServerParts, c: Ctx): Promise<Response> {
  const { caller, body } = await admit(parts, c, 'POST /v1/hello');
  const message = parseVersioned(body, helloSchema);
  const now = parts.now();
  const { branch, device, version } = caller.config;
  const letters = branch.services.map((service) => service.letter);
  const today = businessDayAt(now, branch.timeZone);
  const outcome = await parts.store.sayHello({
    branch: branch.id,
    device: caller.id,
    hello: message,
    today,
    now,
    letters,
    leaseLetters: device.role === 'kiosk' ? letters : [],
  });
  await parts.store.devices.noteSeen(caller.id, now, JSON.stringify(message.health));
  if (outcome.restored) {
    parts.metrics.count('ginkgo_restores_total');
    parts.log.warn({ device: caller.id }, 'the database went back in time; new epoch');
    await parts.feeds.refresh();
  }
  const { epoch, stream, upTo, safe, head, leases } = outcome;
  return c.json({
    mark: ANSWER_MARK,
    ...{ epoch, stream, upTo, safe, head, leases, today },
    serverTime: parts.now(),
    maxBatch: MAX_BATCH,
    minProto: OLDEST_PROTOCOL_SERVED,
    config: message.configVersion === version ? null : caller.config,
  });
}
