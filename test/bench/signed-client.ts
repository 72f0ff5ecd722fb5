import { createHash, randomUUID, webcrypto } from 'node:crypto';
import { Agent, request } from 'node:http';
import * as v from 'valibot';
import {
  type BatchAnswer,
  batchAnswerSchema,
  type HelloAnswer,
  helloAnswerSchema,
} from '#contract/journal.ts';
import { pairAnswerSchema } from '#contract/pairing.ts';
import { normalisePairingCode } from '#contract/pairing-code.ts';
import { PROTOCOL_VERSION } from '#contract/protocol.ts';
import { type Asked, type RequestAnswer, requestAnswerSchema } from '#contract/requests.ts';
import { SIGNATURE_HEADERS, signedText } from '#contract/signature.ts';
import type { Fact } from '#domain/event.ts';
import type { OutgoingFact } from '#domain/sync/protocol.ts';

/** Ready to go: signing is the client's work and is done before a measurement starts. */
export type SignedRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
};

/** A paired device without a screen: says the same things over the same wire. */
export type SignedClient = {
  readonly device: string;
  readonly sign: (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<SignedRequest>;
  readonly hello: () => Promise<HelloAnswer>;
  /** The next batch of this device's stream, not sent yet. */
  readonly batch: (facts: readonly Fact[]) => Promise<SignedRequest>;
  readonly record: (...facts: readonly Fact[]) => Promise<BatchAnswer>;
  readonly ask: (asked: Asked) => Promise<RequestAnswer['outcome']>;
};

type Key = Awaited<ReturnType<typeof newKey>>['privateKey'];

/** Pairs a device by its one-time link and answers a client for it. */
export async function pairClient(origin: string, link: string): Promise<SignedClient> {
  const code = normalisePairingCode(new URLSearchParams(new URL(link).hash.slice(1)).get('pair') ?? '');
  const { publicKey, privateKey } = await newKey();
  const { x, y } = await webcrypto.subtle.exportKey('jwk', publicKey);
  const pairing = { proto: PROTOCOL_VERSION, code, publicKey: { kty: 'EC', crv: 'P-256', x, y } };
  const answer = await send(origin, {
    method: 'POST',
    path: '/v1/pair',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(pairing),
  });
  const { device } = v.parse(pairAnswerSchema, JSON.parse(answer));
  const client = createSignedClient(origin, device, privateKey);
  await client.hello();
  return client;
}

function newKey() {
  return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
}

function createSignedClient(origin: string, device: string, key: Key): SignedClient {
  const stream = randomUUID();
  const boot = randomUUID();
  let epoch = '';
  let seq = 0;

  const clock = () => ({ wall: Date.now(), mono: Math.round(performance.now()), boot });

  async function sign(method: 'GET' | 'POST', path: string, content?: unknown): Promise<SignedRequest> {
    const body = content === undefined ? '' : JSON.stringify(content);
    const bodySha256 = createHash('sha256').update(body).digest('hex');
    const parts = { method, target: path, bodySha256, device, created: Date.now(), nonce: randomUUID() };
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await webcrypto.subtle.sign(algorithm, key, Buffer.from(signedText(parts)));
    const headers = {
      [SIGNATURE_HEADERS.device]: device,
      [SIGNATURE_HEADERS.created]: String(parts.created),
      [SIGNATURE_HEADERS.nonce]: parts.nonce,
      [SIGNATURE_HEADERS.signature]: Buffer.from(signature).toString('base64url'),
      ...(body === '' ? {} : { 'content-type': 'application/json' }),
    };
    return { method, path, headers, body };
  }

  async function hello() {
    const answer = await send(origin, await sign('POST', '/v1/hello', helloOf(stream, epoch, seq, clock())));
    const said = v.parse(helloAnswerSchema, JSON.parse(answer));
    epoch = said.epoch;
    return said;
  }

  function batch(facts: readonly Fact[]) {
    const outgoing = facts.map((fact): OutgoingFact => {
      seq += 1;
      return { id: randomUUID(), seq, ...clock(), fact };
    });
    return sign('POST', '/v1/journal', {
      proto: PROTOCOL_VERSION,
      stream,
      epoch,
      ...clock(),
      facts: outgoing,
    });
  }

  async function record(...facts: readonly Fact[]) {
    const answer = v.parse(batchAnswerSchema, JSON.parse(await send(origin, await batch(facts))));
    const [refused] = answer.quarantined;
    if (answer.end.is !== 'done' || refused) throw new Error(`not stored: ${JSON.stringify(answer)}`);
    return answer;
  }

  async function ask(asked: Asked) {
    const body = { proto: PROTOCOL_VERSION, requestId: randomUUID(), asked };
    const answer = await send(origin, await sign('POST', '/v1/requests', body));
    return v.parse(requestAnswerSchema, JSON.parse(answer)).outcome;
  }

  return { device, sign, hello, batch, record, ask };
}

function helloOf(
  stream: string,
  epoch: string,
  seq: number,
  clock: { wall: number; mono: number; boot: string },
) {
  return {
    proto: PROTOCOL_VERSION,
    stream,
    epoch,
    seq,
    upTo: seq,
    lastId: null,
    position: 0,
    journalEpoch: epoch,
    seen: { day: null, highest: [] },
    leases: [],
    clock,
    configVersion: null,
    health: { appVersion: 'bench', unsent: 0, persisted: true, usedBytes: 0, quotaBytes: 0, troubles: [] },
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** The answer's text; anything but a 2xx is an error with what the server said. */
export function send(origin: string, { method, path, headers, body }: SignedRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve(text);
        else reject(new Error(`${method} ${path}: ${status} ${text.slice(0, 200)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
