import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import type { Batch, BatchAnswer, Hello, HelloAnswer } from '#contract/journal.ts';
import type { Asked, RequestAnswer } from '#contract/requests.ts';
import { SIGNATURE_HEADERS, signedText } from '#contract/signature.ts';
import type { Fact } from '#domain/event.ts';
import { helloOf } from './facts.ts';
import type { ServerUnderTest } from './running-server.ts';

export type SignedPart = { readonly method: string; readonly path: string; readonly body?: string };

/** A paired device that speaks over real HTTP, without a screen. */
export type TestDevice = {
  readonly id: string;
  readonly headersFor: (
    part: SignedPart,
    change?: { readonly created?: number; readonly nonce?: string },
  ) => Record<string, string>;
  readonly call: (method: string, path: string, content?: unknown) => Promise<Response>;
  readonly hello: (parts?: Partial<Hello>) => Promise<HelloAnswer>;
  /** The next facts of this device's one stream. */
  readonly record: (...facts: readonly unknown[]) => Promise<BatchAnswer>;
  readonly ask: (asked: Asked, requestId?: string) => Promise<RequestAnswer['outcome']>;
};

export type TestKey = { readonly privateKey: KeyObject; readonly publicKey: { x: string; y: string } };

export function newKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { privateKey, publicKey: { x, y } };
}

/** Pairs a device by its open link. */
export async function pairedDevice(under: ServerUnderTest, id: string, key = newKey()): Promise<TestDevice> {
  const link = under.server.parts.links.all().find((one) => one.device === id);
  if (!link) throw new Error(`no link for ${id}`);
  const response = await pairBy(under, link.url.split('#pair=')[1] ?? '', key);
  if (!response.ok) throw new Error(`pairing ${id}: ${await response.text()}`);
  return deviceWith(under, id, key);
}

export function pairBy(under: Pick<ServerUnderTest, 'url'>, code: string, key: TestKey): Promise<Response> {
  return fetch(`${under.url}/v1/pair`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      proto: 1,
      code: code.replaceAll('-', ''),
      publicKey: { kty: 'EC', crv: 'P-256', ...key.publicKey },
    }),
  });
}

export function deviceWith(
  under: Pick<ServerUnderTest, 'url' | 'clock'>,
  id: string,
  key: TestKey,
): TestDevice {
  const boot = randomUUID();
  const stream = randomUUID();
  let epoch = '';
  let seq = 0;
  const clock = () => ({ wall: under.clock.now(), mono: under.clock.now(), boot });

  const headersFor: TestDevice['headersFor'] = ({ method, path, body = '' }, change = {}) => {
    const parts = {
      method,
      target: path,
      bodySha256: createHash('sha256').update(body).digest('hex'),
      device: id,
      created: change.created ?? under.clock.now(),
      nonce: change.nonce ?? randomUUID(),
    };
    const signature = sign('sha256', Buffer.from(signedText(parts)), {
      key: key.privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return {
      [SIGNATURE_HEADERS.device]: id,
      [SIGNATURE_HEADERS.created]: String(parts.created),
      [SIGNATURE_HEADERS.nonce]: parts.nonce,
      [SIGNATURE_HEADERS.signature]: signature.toString('base64url'),
      ...(body !== '' && { 'content-type': 'application/json' }),
    };
  };
  const call: TestDevice['call'] = (method, path, content) => {
    const body = content === undefined ? undefined : JSON.stringify(content);
    const part = body === undefined ? { method, path } : { method, path, body };
    return fetch(`${under.url}${path}`, { method, headers: headersFor(part), ...(body && { body }) });
  };
  const hello: TestDevice['hello'] = async (parts = {}) => {
    const said = helloOf({ stream, epoch, seq, upTo: seq, clock: clock(), ...parts });
    const answer = (await (await call('POST', '/v1/hello', said)).json()) as HelloAnswer;
    epoch = answer.epoch;
    return answer;
  };
  return {
    id,
    headersFor,
    call,
    hello,
    async record(...facts) {
      if (epoch === '') await hello();
      const reading = clock();
      const batch: Batch = {
        proto: 1,
        stream,
        epoch,
        ...reading,
        facts: facts.map((fact) => {
          seq += 1;
          return { id: randomUUID(), seq, ...reading, fact: fact as Fact };
        }),
      };
      return (await (await call('POST', '/v1/journal', batch)).json()) as BatchAnswer;
    },
    async ask(asked, requestId = randomUUID()) {
      const response = await call('POST', '/v1/requests', { proto: 1, requestId, asked });
      const answer = (await response.json()) as RequestAnswer;
      return answer.outcome;
    },
  };
}
