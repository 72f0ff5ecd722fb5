import type { Problem } from '#contract/journal.ts';
import { ANSWER_MARK } from '#contract/protocol.ts';

export type Refusal = {
  readonly status: number;
  readonly error: string;
  /** Which part of the message is meant; empty: the whole. */
  readonly field?: string;
  /** What whoever reads it can do now. */
  readonly fix: string;
  readonly retryAfterS?: number;
};

/** Thrown by what a route calls first (signature, limits, body); the app turns it into its answer. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.error);
    this.refusal = refusal;
  }
}

export function problemBody(refusal: Refusal, serverTime: number): Problem {
  const { error, field = '', fix } = refusal;
  return { mark: ANSWER_MARK, error, field, fix, serverTime };
}

/** Every refusal looks like this, with any 4xx or 5xx status. */
export function problemResponse(refusal: Refusal, serverTime: number): Response {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (refusal.retryAfterS !== undefined) headers.set('retry-after', String(refusal.retryAfterS));
  return new Response(JSON.stringify(problemBody(refusal, serverTime)), { status: refusal.status, headers });
}
