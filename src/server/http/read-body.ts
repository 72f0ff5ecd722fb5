import * as v from 'valibot';
import { MAX_BODY_BYTES } from '#contract/protocol.ts';
import { Refused } from './problem.ts';
import type { Ctx } from './server-parts.ts';

const EMPTY = new Uint8Array();

/** The body's bytes as sent, at most so many; JSON only. A GET has none. */
export async function readBody(c: Ctx): Promise<Uint8Array> {
  if (c.req.method === 'GET') return EMPTY;
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Refused({
      status: 415,
      error: 'not-json',
      field: 'content-type',
      fix: 'Send application/json.',
    });
  }
  const length = c.req.header('content-length');
  if (length === undefined) {
    throw new Refused({
      status: 411,
      error: 'length-required',
      field: 'content-length',
      fix: 'Send the body in one piece, with its length.',
    });
  }
  if (Number(length) > MAX_BODY_BYTES) {
    throw new Refused({
      status: 413,
      error: 'too-large',
      field: 'content-length',
      fix: `Send at most ${MAX_BODY_BYTES} bytes; make the batch smaller.`,
    });
  }
  return new Uint8Array(await c.req.arrayBuffer());
}

/** A body as its schema has it, or which field is wrong and what was expected there. */
export function parseBody<Output>(bytes: Uint8Array, schema: v.GenericSchema<unknown, Output>): Output {
  const parsed = v.safeParse(schema, jsonOf(bytes), { abortEarly: true });
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  const field = (issue.path ?? []).map((step) => String(step.key)).join('.');
  throw new Refused({ status: 400, error: 'malformed', field, fix: issue.message });
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refused({ status: 400, error: 'malformed', fix: 'Send valid JSON in UTF-8.' });
  }
}
