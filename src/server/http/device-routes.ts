import type { Hono } from 'hono';
import type * as v from 'valibot';
import { batchSchema, helloSchema } from '#contract/journal.ts';
import { ANSWER_MARK, MAX_BATCH, OLDEST_PROTOCOL_SERVED } from '#contract/protocol.ts';
import { requestSchema } from '#contract/requests.ts';
import { businessDayAt } from '#server/store/business-day.ts';
import type { Endpoint } from './access.ts';
import { answerRequest } from './answer-request.ts';
import { checkFact } from './check-fact.ts';
import type { Caller } from './device-gate.ts';
import { Refused } from './problem.ts';
import { parseBody, readBody } from './read-body.ts';
import type { Ctx, Env, ServerParts } from './server-parts.ts';

/** The caller of a signed request and its body as sent. */
export async function admit(
  parts: ServerParts,
  c: Ctx,
  endpoint: Endpoint,
): Promise<{ readonly caller: Caller; readonly body: Uint8Array }> {
  const body = await readBody(c);
  const caller = await parts.gate.admit({
    endpoint,
    method: c.req.method,
    target: c.env.incoming.url ?? '',
    body,
    header: (name) => c.req.header(name),
  });
  return { caller, body };
}

function parseVersioned<Output extends { readonly proto: number }>(
  body: Uint8Array,
  schema: v.GenericSchema<unknown, Output>,
): Output {
  const message = parseBody(body, schema);
  if (message.proto >= OLDEST_PROTOCOL_SERVED) return message;
  throw new Refused({
    status: 426,
    error: 'update-needed',
    field: 'proto',
    fix: `Speak version ${OLDEST_PROTOCOL_SERVED} or newer: reload the screen to update it. Keep everything unsent.`,
  });
}

/** What a paired device says and asks. */
export function addDeviceRoutes(app: Hono<Env>, parts: ServerParts): void {
  app.post('/v1/hello', (c) => hello(parts, c));
  app.post('/v1/journal', (c) => journal(parts, c));
  app.post('/v1/requests', (c) => requests(parts, c));
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

async function journal(parts: ServerParts, c: Ctx): Promise<Response> {
  const { caller, body } = await admit(parts, c, 'POST /v1/journal');
  const batch = parseVersioned(body, batchSchema);
  const { branch } = caller.config;
  const outcome = await parts.store.acceptBatch({
    branch: branch.id,
    timeZone: branch.timeZone,
    device: caller.id,
    batch,
    receivedAt: parts.now(),
    check: (fact) => checkFact(caller.config, fact),
  });
  parts.metrics.count('ginkgo_facts_total', {}, outcome.appended.length);
  if (outcome.quarantined.length > 0) {
    parts.metrics.count('ginkgo_quarantined_total', {}, outcome.quarantined.length);
    parts.log.warn({ device: caller.id, codes: outcome.quarantined.map(({ code }) => code) }, 'quarantined');
  }
  const { end, epoch, upTo, safe, quarantined } = outcome;
  return c.json({ mark: ANSWER_MARK, end, epoch, upTo, safe, serverTime: parts.now(), quarantined });
}

async function requests(parts: ServerParts, c: Ctx): Promise<Response> {
  const { caller, body } = await admit(parts, c, 'POST /v1/requests');
  const { requestId, asked } = parseVersioned(body, requestSchema);
  const outcome = await answerRequest(parts, { caller, requestId, asked });
  return c.json({ mark: ANSWER_MARK, requestId, serverTime: parts.now(), outcome });
}
