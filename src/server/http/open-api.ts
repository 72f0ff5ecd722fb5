import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import {
  batchAnswerSchema,
  batchSchema,
  entriesSchema,
  helloAnswerSchema,
  helloSchema,
  problemSchema,
  snapshotSchema,
} from '#contract/journal.ts';
import { pairAnswerSchema, pairSchema } from '#contract/pairing.ts';
import { PROTOCOL_VERSION } from '#contract/protocol.ts';
import { requestAnswerSchema, requestSchema } from '#contract/requests.ts';
import { SIGNATURE_HEADERS } from '#contract/signature.ts';
import { ACCESS, type Endpoint } from './access.ts';

type Schema = v.GenericSchema<unknown, unknown>;
type Described = { readonly summary: string; readonly body?: Schema; readonly answer?: Schema };

const DESCRIBED: Readonly<Record<Endpoint, Described>> = {
  'POST /v1/pair': {
    summary: 'Turn a one-time code and a public key into a device.',
    body: pairSchema,
    answer: pairAnswerSchema,
  },
  'POST /v1/hello': {
    summary: 'Who I am and how far I got; first after a start, a reconnect or a refusal.',
    body: helloSchema,
    answer: helloAnswerSchema,
  },
  'POST /v1/journal': {
    summary: 'A batch of facts of one stream, oldest first.',
    body: batchSchema,
    answer: batchAnswerSchema,
  },
  'POST /v1/requests': {
    summary: 'A question to the authority of the branch; the same requestId has the same answer.',
    body: requestSchema,
    answer: requestAnswerSchema,
  },
  'GET /v1/entries': {
    summary: 'Entries after ?from=N, waiting up to ?wait= ms (25000) for the first.',
    answer: entriesSchema,
  },
  'GET /v1/stream': { summary: 'Server-Sent Events: entries after ?from=N or Last-Event-ID, as they come.' },
  'GET /v1/snapshot': { summary: 'The folded day.', answer: snapshotSchema },
  'GET /v1/operator/devices': { summary: 'Devices, paired or not, with their health.' },
  'POST /v1/operator/revoke': { summary: 'End a device at once: { device }.' },
  'POST /v1/operator/link': { summary: 'A new pairing link: { device }.' },
  'POST /v1/operator/set-pin': { summary: 'Set the PIN of a teller: { teller, pin, branch? }.' },
  'POST /v1/operator/backup': { summary: 'Make a verified backup now (embedded database).' },
  'POST /v1/operator/backup-begins': { summary: 'A backup of PostgreSQL begins; answers with backupMark.' },
  'POST /v1/operator/backup-verified': { summary: 'The backup of { mark } was restored and compared.' },
  'GET /v1/operator/quarantine': { summary: 'Facts kept aside, with the reason and as they were sent.' },
  'GET /healthz': { summary: 'The process runs.' },
  'GET /readyz': { summary: 'The database answers; problems of the configuration on disk.' },
  'GET /metrics': { summary: 'Counters for Prometheus.' },
  'GET /openapi.json': { summary: 'This description.' },
};

let made: object | null = null;

/** The interface as OpenAPI 3.1, out of the schemas the server itself checks with. */
export function openApi(): object {
  made ??= document();
  return made;
}

function document(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [endpoint, described] of Object.entries(DESCRIBED) as [Endpoint, Described][]) {
    const [method = '', path = ''] = endpoint.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(endpoint, described) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Ginkgo 银杏', version: String(PROTOCOL_VERSION) },
    paths,
    components: {
      schemas: { problem: jsonSchema(problemSchema) },
      securitySchemes: {
        device: {
          type: 'apiKey',
          in: 'header',
          name: SIGNATURE_HEADERS.signature,
          description: `ECDSA P-256 over the request; with ${Object.values(SIGNATURE_HEADERS).join(', ')}.`,
        },
        operator: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(endpoint: Endpoint, { summary, body, answer }: Described): object {
  const access: 'open' | 'operator' | readonly string[] = ACCESS[endpoint];
  const scheme = access === 'operator' ? 'operator' : 'device';
  return {
    summary,
    ...(access !== 'open' && { security: [{ [scheme]: [] }] }),
    ...(typeof access !== 'string' && { 'x-ginkgo-roles': access }),
    ...(body && { requestBody: { required: true, content: json(jsonSchema(body)) } }),
    responses: {
      200: { description: 'Done.', ...(answer && { content: json(jsonSchema(answer)) }) },
      default: { description: 'Refused.', content: json({ $ref: '#/components/schemas/problem' }) },
    },
  };
}

function json(schema: object): object {
  return { 'application/json': { schema } };
}

function jsonSchema(schema: Schema): object {
  const { $schema: _, ...rest } = toJsonSchema(schema as v.GenericSchema, {
    errorMode: 'ignore',
    typeMode: 'output',
  });
  return rest;
}
