/**
 * Many open streams in one process. `open` opens them and answers how many; `next` answers, for the next call, when it
 * reached each stream. Raw sockets: a client's own library would be measured too.
 */
import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

export type StreamRequest = { readonly path: string; readonly headers: Record<string, string> };
export type ToStreams =
  | { readonly is: 'open'; readonly port: number; readonly requests: readonly StreamRequest[] }
  | { readonly is: 'next' };
export type FromStreams =
  | { readonly is: 'open'; readonly streams: number }
  | { readonly is: 'arrived'; readonly at: readonly number[] };

const AT_ONCE = 100;
const CALLED = Buffer.from('ticket-called');
const PATIENCE_MS = 10_000;

const sockets: Socket[] = [];
let arrived: number[] = [];
let expecting = false;

process.on('message', (message: ToStreams) => void answer(message));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function answer(message: ToStreams): Promise<void> {
  if (message.is === 'next') return expect();
  for (let from = 0; from < message.requests.length; from += AT_ONCE) {
    const some = message.requests.slice(from, from + AT_ONCE);
    await Promise.all(some.map((request) => openOne(message.port, request)));
  }
  say({ is: 'open', streams: sockets.length });
}

function openOne(port: number, { path, headers }: StreamRequest): Promise<void> {
  const lines = Object.entries({ host: 'localhost', accept: 'text/event-stream', ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\n${head}\r\n\r\n`);
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', (bytes) => {
      const status = bytes.toString('latin1').slice(0, 12);
      if (status !== 'HTTP/1.1 200') return reject(new Error(bytes.toString().slice(0, 300)));
      socket.on('data', note);
      resolve();
    });
  });
}

function note(bytes: Buffer): void {
  if (!expecting || !bytes.includes(CALLED)) return;
  arrived.push(performance.timeOrigin + performance.now());
  if (arrived.length === sockets.length) finish();
}

function expect(): void {
  arrived = [];
  expecting = true;
  setTimeout(() => {
    if (expecting) finish();
  }, PATIENCE_MS).unref();
  process.send?.('expecting');
}

function finish(): void {
  expecting = false;
  say({ is: 'arrived', at: arrived });
}

function say(message: FromStreams): void {
  process.send?.(message);
}
