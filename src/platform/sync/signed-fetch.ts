import type { Problem } from '#contract/journal.ts';
import { SIGNATURE_HEADERS, signedText } from '#contract/signature.ts';
import { isOurs, type Shape } from './answer-shape.ts';
import type { Machine } from './machine.ts';
import type { ServerClock } from './server-clock.ts';

/** `no-answer`: nothing came, or what came is not ours (a captive portal's page, a proxy's error). */
export type Answer<Value> =
  | { readonly is: 'answer'; readonly value: Value }
  | {
      readonly is: 'problem';
      readonly status: number;
      readonly error: string;
      readonly retryAfterMs?: number;
    }
  | { readonly is: 'no-answer' };

export type Call<Value> = {
  readonly path: string;
  /** With a body it is a POST, without a GET. */
  readonly body?: unknown;
  readonly shape: Shape<Value>;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
};

export type SignedFetch = {
  readonly ask: <Value>(call: Call<Value>) => Promise<Answer<Value>>;
  /** Opens a stream that lasts until the signal is aborted. */
  readonly open: (path: string, headers: Record<string, string>, signal: AbortSignal) => Promise<Response>;
};

export type Signer = { readonly device: string; readonly key: CryptoKey };

export function createSignedFetch(machine: Machine, clock: ServerClock, signer: Signer): SignedFetch {
  const send = async (
    path: string,
    init: RequestInit & { body?: string; headers?: Record<string, string> },
  ) => {
    const signature = await sign(signer, {
      method: init.method ?? 'GET',
      target: path,
      bodySha256: hex(await crypto.subtle.digest('SHA-256', bytes(init.body ?? ''))),
      device: signer.device,
      created: clock.now(),
      nonce: machine.newId(),
    });
    return machine.fetch(path, { ...init, cache: 'no-store', headers: { ...init.headers, ...signature } });
  };

  const askOnce = async <Value>(call: Call<Value>): Promise<Answer<Value>> => {
    const sentMono = machine.mono();
    try {
      const signal = AbortSignal.any([
        AbortSignal.timeout(call.timeoutMs),
        ...(call.signal ? [call.signal] : []),
      ]);
      const response = await send(call.path, { ...posting(call.body), signal });
      return await readAnswer(response, call.shape, (serverTime) => clock.heard(serverTime, sentMono));
    } catch {
      return { is: 'no-answer' };
    }
  };

  return {
    open: (path, headers, signal) => send(path, { headers, signal }),
    async ask(call) {
      const answer = await askOnce(call);
      // The refusal carried the server's time: the second signature is in time.
      return answer.is === 'problem' && answer.error === 'clock' ? askOnce(call) : answer;
    },
  };
}

/** Only JSON with our mark and shape is an answer, whatever the status says. */
export async function readAnswer<Value>(
  response: Response,
  shape: Shape<Value>,
  heard: (serverTime: number) => void,
): Promise<Answer<Value>> {
  if (!response.headers.get('content-type')?.startsWith('application/json')) return { is: 'no-answer' };
  const body: unknown = await response.json();
  if (response.ok) {
    if (!isOurs(body, shape)) return { is: 'no-answer' };
    heard(body.serverTime);
    return { is: 'answer', value: body };
  }
  if (!isOurs<Problem>(body, { error: 'string' })) return { is: 'no-answer' };
  heard(body.serverTime);
  const retryAfter = Number(response.headers.get('retry-after'));
  return {
    is: 'problem',
    status: response.status,
    error: body.error,
    ...(retryAfter > 0 && { retryAfterMs: retryAfter * 1000 }),
  };
}

/** The parts of a request that say it carries a JSON body. */
export function posting(body: unknown): { method?: string; body?: string; headers?: Record<string, string> } {
  if (body === undefined) return {};
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

async function sign(
  signer: Signer,
  parts: Parameters<typeof signedText>[0],
): Promise<Record<string, string>> {
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    signer.key,
    bytes(signedText(parts)),
  );
  return {
    [SIGNATURE_HEADERS.device]: parts.device,
    [SIGNATURE_HEADERS.created]: String(parts.created),
    [SIGNATURE_HEADERS.nonce]: parts.nonce,
    [SIGNATURE_HEADERS.signature]: base64url(signature),
  };
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function base64url(raw: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(raw)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
