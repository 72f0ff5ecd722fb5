import { PROTOCOL_VERSION } from '#contract/protocol.ts';
import type { RequestAnswer } from '#contract/requests.ts';
import type { Answered, Requester } from './device.ts';
import type { SignedFetch } from './signed-fetch.ts';

const REQUEST_TIMEOUT_MS = 8000;

/** Asks the branch's authority; a question without an answer may be asked again under the same id. */
export function createRequester(parts: {
  readonly signedFetch: SignedFetch;
  readonly newId: () => string;
  /** No answer came, or none for this device any more: what is known of the line may be wrong. */
  readonly onSilence: () => void;
}): Requester {
  return {
    async ask(asked, { timeoutMs = REQUEST_TIMEOUT_MS, requestId = parts.newId() } = {}): Promise<Answered> {
      const answer = await parts.signedFetch.ask<RequestAnswer>({
        path: '/v1/requests',
        body: { proto: PROTOCOL_VERSION, requestId, asked },
        shape: { outcome: 'object' },
        timeoutMs,
      });
      if (answer.is === 'answer') return answer.value.outcome;
      if (answer.is === 'problem' && answer.status < 500) {
        if (answer.status === 401 || answer.status === 403) parts.onSilence();
        return { is: 'refused', code: answer.error, retryAfterMs: answer.retryAfterMs };
      }
      parts.onSilence();
      return { is: 'no-answer' };
    },
  };
}
