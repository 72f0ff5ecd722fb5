import type * as v from 'valibot';
import { OLDEST_PROTOCOL_SERVED } from '#contract/protocol.ts';
import type { Endpoint } from './access.ts';
import type { Caller } from './device-gate.ts';
import { Refused } from './problem.ts';
import { parseBody, readBody } from './read-body.ts';
import type { Ctx, ServerParts } from './server-parts.ts';

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

/** The body by its schema; an app older than this server still speaks with is told to update. */
export function parseVersioned<Output extends { readonly proto: number }>(
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
