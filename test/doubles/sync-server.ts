import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Batch, Hello } from '#contract/journal.ts';
import { ANSWER_MARK, PROTOCOL_VERSION } from '#contract/protocol.ts';
import type { Entry, Fact } from '#domain/event.ts';
import type { FactId } from '#domain/id.ts';
import { emptyDay } from '#domain/queue/empty-day.ts';
import { foldDay } from '#domain/queue/fold-day.ts';
import { helloVerdict } from '#domain/sync/hello-verdict.ts';
import { judgeBatch } from '#domain/sync/judge-batch.ts';
import { configDouble } from './config-double.ts';

/** What befalls one answer. `lost`: done, but the answer never arrives. */
export type SyncFault = 'portal' | 'lost' | 'reset' | 'busy' | 'half' | 'revoked' | 'silent-stream';

type Stream = { upTo: number; readonly ids: FactId[] };
type Data = {
  epoch: string;
  entries: Entry[];
  quarantine: FactId[];
  streams: Record<string, Stream>;
  nextNumber: number;
};

/** A server of the other kind: it follows the contract over real HTTP, and fails when it is told to. */
export type SyncServer = {
  readonly url: string;
  data: Data;
  readonly faults: Map<string, SyncFault[]>;
  readonly requests: string[];
  /** Called for every answer that is not a fault. */
  readonly append: (fact: Fact, device?: string) => void;
  readonly codes: Map<string, string>;
  readonly close: () => Promise<void>;
};

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

export async function syncServer(): Promise<SyncServer> {
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const double: SyncServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    data: { epoch: 'e0', entries: [], quarantine: [], streams: {}, nextNumber: 501 },
    faults: new Map(),
    requests: [],
    codes: new Map(),
    append(fact, device = 'elsewhere') {
      add(double.data, { id: crypto.randomUUID(), fact, device });
      push();
    },
    close: () => {
      for (const response of open) response.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };

  const held = new Set<() => void>();
  const push = () => {
    for (const response of open) response.write(frame(double.data));
    for (const release of held) release();
  };
  const longPoll = async (url: URL) => {
    if (double.data.entries.length > Number(url.searchParams.get('from'))) return;
    await new Promise<void>((resolve) => held.add(resolve));
    held.clear();
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', double.url);
    const body = await bodyOf(request);
    double.requests.push(url.pathname);
    const fault = double.faults.get(url.pathname)?.shift();
    if (url.pathname === '/v1/stream') stream(request, response, fault);
    else if (fault && fault !== 'lost') fail(response, fault);
    else if (fault) {
      await serve(url, body, null);
      response.destroy();
    } else await serve(url, body, response);
  }

  /** `null`: it is done, but nobody hears of it. */
  async function serve(url: URL, body: unknown, response: ServerResponse | null): Promise<void> {
    if (url.pathname === '/v1/entries') await longPoll(url);
    const { status = 200, ...fields } = answerTo(double, url.pathname, body);
    if (url.pathname === '/v1/journal') push();
    if (response) send(response, status, { mark: ANSWER_MARK, serverTime: Date.now(), ...fields });
  }

  function stream(request: IncomingMessage, response: ServerResponse, fault: SyncFault | undefined) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    if (fault === 'silent-stream') return;
    open.add(response);
    request.on('close', () => open.delete(response));
    response.write(': ping\n\n');
    response.write(frame(double.data));
  }

  return double;
}

type Answered = Record<string, unknown> & { status?: number };

function answerTo(double: SyncServer, path: string, body: unknown): Answered {
  if (path === '/v1/hello') return hello(double.data, body as Hello);
  if (path === '/v1/journal') return journal(double.data, body as Batch);
  if (path === '/v1/pair') return pair(double, body as { code: string; publicKey: { x: string } });
  if (path === '/v1/snapshot') return { epoch: double.data.epoch, day: folded(double.data) };
  if (path === '/v1/entries') return news(double.data);
  if (path === '/v1/requests') return { outcome: { is: 'numbered', number: 'A001' } };
  return { status: 404, error: 'not-found', field: '', fix: '' };
}

function pair(
  { codes }: SyncServer,
  { code, publicKey }: { code: string; publicKey: { x: string } },
): Answered {
  const usedBy = codes.get(code);
  if (usedBy === undefined) return { status: 404, error: 'code-unknown', field: 'code', fix: '' };
  if (usedBy !== '' && usedBy !== publicKey.x)
    return { status: 410, error: 'code-used', field: 'code', fix: '' };
  codes.set(code, publicKey.x);
  return { device: 'kiosk-1', role: 'kiosk', config: configDouble };
}

function hello(data: Data, said: Hello): Answered {
  const record = data.streams[said.stream];
  const verdict = helloVerdict({
    record: record ? { upTo: record.upTo, safe: 0 } : null,
    idAtUpTo: record?.ids[said.upTo - 1] ?? null,
    epoch: said.epoch === '' || said.epoch === data.epoch ? 'current' : 'earlier',
    head: data.entries.length,
    hello: said,
  });
  const left = said.leases.reduce((sum, lease) => sum + lease.to - lease.next + 1, 0);
  const block = {
    id: `b${data.nextNumber}`,
    day: today(),
    letter: 'A',
    next: data.nextNumber,
    to: data.nextNumber + 49,
  };
  if (left < 25) data.nextNumber += 50;
  return {
    ...{ epoch: data.epoch, stream: verdict.stream, upTo: verdict.upTo, safe: 0, head: data.entries.length },
    today: today(),
    leases: left < 25 ? [block] : [],
    maxBatch: 100,
    minProto: PROTOCOL_VERSION,
    config: null,
  };
}

function journal(data: Data, batch: Batch): Answered {
  const record = data.streams[batch.stream] ?? { upTo: 0, ids: [] };
  data.streams[batch.stream] = record;
  const about = { epoch: data.epoch, safe: 0 };
  if (batch.epoch !== data.epoch) {
    return { ...about, end: { is: 'say-hello' }, upTo: record.upTo, quarantined: [] };
  }
  const known = new Set([...data.entries.map(({ id }) => id), ...data.quarantine]);
  const judged = judgeBatch(
    {
      upTo: record.upTo,
      idAt: (seq) => record.ids[seq - 1] ?? null,
      isKnown: (id) => known.has(id),
      check: ({ fact }) =>
        (fact as Fact).kind === 'ticket-printed' ? { code: 'poison', field: 'fact' } : null,
    },
    batch.facts,
  );
  for (const { fact, verdict } of judged.steps) {
    record.ids[fact.seq - 1] = fact.id;
    if (verdict === 'append') add(data, { id: fact.id, fact: fact.fact as Fact, device: 'kiosk-1' });
    if (typeof verdict === 'object') data.quarantine.push(fact.id);
  }
  record.upTo = judged.upTo;
  // Also for facts that came before: the answer that said so may have been lost.
  const quarantined = batch.facts
    .filter(({ id }) => data.quarantine.includes(id))
    .map(({ id, seq }) => ({ id, seq, code: 'poison', field: 'fact' }));
  return { ...about, end: judged.end, upTo: judged.upTo, quarantined };
}

function add(data: Data, { id, fact, device }: { id: FactId; fact: Fact; device: string }): void {
  data.entries.push({ position: data.entries.length + 1, id, device, at: Date.now(), day: today(), fact });
}

function news({ epoch, entries }: Data): Answered {
  return { epoch, head: entries.length, entries };
}

function frame(data: Data): string {
  const body = { mark: ANSWER_MARK, serverTime: Date.now(), ...news(data) };
  return `id: ${data.entries.length}\ndata: ${JSON.stringify(body)}\n\n`;
}

function folded(data: Data) {
  return data.entries.reduce(foldDay, emptyDay(today()));
}

function today(): string {
  return DAY.format(Date.now());
}

function fail(response: ServerResponse, fault: SyncFault): unknown {
  if (fault === 'reset') return response.destroy();
  if (fault === 'portal') {
    response.writeHead(200, { 'content-type': 'text/html' });
    return response.end('<html>请登录网络</html>');
  }
  if (fault === 'half') return send(response, 200, { mark: ANSWER_MARK, serverTime: Date.now(), upTo: 999 });
  const revoked = fault === 'revoked';
  const problem = { error: revoked ? 'revoked' : 'busy', field: '', fix: '' };
  return send(response, revoked ? 403 : 503, { mark: ANSWER_MARK, serverTime: Date.now(), ...problem });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? null : JSON.parse(text);
}
