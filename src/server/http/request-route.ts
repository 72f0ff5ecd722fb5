import type { Hono } from 'hono';
import { ANSWER_MARK } from '#contract/protocol.ts';
import { requestSchema } from '#contract/requests.ts';
import { admit, parseVersioned } from './admit-device.ts';
import { answerRequest } from './answer-request.ts';
import type { Ctx, Env, ServerParts } from './server-parts.ts';

/** What only the branch's authority may answer. */
export function addRequestRoute(app: Hono<Env>, parts: ServerParts): void {
  app.post('/v1/requests', (c) => requests(parts, c));
}

async function requests(parts: ServerParts, c: Ctx): Promise<Response> {
  const { caller, body } = await admit(parts, c, 'POST /v1/requests');
  const { requestId, asked } = parseVersioned(body, requestSchema);
  const outcome = await answerRequest(parts, { caller, requestId, asked });
  return c.json({ mark: ANSWER_MARK, requestId, serverTime: parts.now(), outcome });
}
