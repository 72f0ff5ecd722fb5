/**
 * The floor under the product: bare node:http. Hands out the limit pages, takes a batch (with and without the disk),
 * writes one frame to every open stream. Started as a process of its own: `node limit-server.js <port> <folder>`.
 */
import { open, readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const [port = '0', scratch = '/tmp'] = process.argv.slice(2);
const pages = path.join(import.meta.dirname, '../../test/bench/limit');
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

const files = new Map<string, { readonly type: string; readonly bytes: Buffer }>();
for (const name of await readdir(pages)) {
  const bytes = brotliCompressSync(await readFile(path.join(pages, name)));
  files.set(`/${name}`, { type: TYPES[path.extname(name)] ?? 'application/octet-stream', bytes });
}

const disk = await open(path.join(scratch, `limit-${port}.log`), 'w');
const streams = new Set<ServerResponse>();
let calls = 0;

const server = createServer((request, response) => {
  const file = files.get(request.url ?? '');
  if (file) return page(file, response);
  if (request.url === '/stream') return stream(response);
  if (request.url === '/call') return call(response);
  void batch(request, response);
});
server.keepAliveTimeout = 60_000;
server.requestTimeout = 0;
server.listen(Number(port), '127.0.0.1', 4096, () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));

function page(file: { readonly type: string; readonly bytes: Buffer }, response: ServerResponse): void {
  const headers = { 'content-type': file.type, 'content-encoding': 'br', 'cache-control': 'no-cache' };
  response.writeHead(200, headers).end(file.bytes);
}

function stream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(':ok\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

function call(response: ServerResponse): void {
  calls += 1;
  const entry = {
    position: calls,
    kind: 'ticket-called',
    ticketId: `bench-${calls}`,
    counter: '3',
    passed: [],
  };
  const frame = `id: ${calls}\ndata: ${JSON.stringify({ head: calls, entries: [entry] })}\n\n`;
  for (const open of streams) open.write(frame);
  response.end('{}');
}

async function batch(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const { facts } = JSON.parse(body.toString());
  if (request.url === '/durable') {
    await disk.write(body);
    await disk.datasync();
  }
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ stored: facts.length }));
}
