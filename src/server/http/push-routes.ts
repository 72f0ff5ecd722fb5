import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import { ANSWER_MARK } from '#contract/protocol.ts';
import type { BranchFeed } from '#server/push/branch-feed.ts';
import { entriesAnswer } from '#server/push/frames.ts';
import { businessDayAt } from '#server/store/business-day.ts';
import { admit } from './admit-device.ts';
import { Refused } from './problem.ts';
import type { Ctx, Env, ServerParts } from './server-parts.ts';

const PAGE = 500;
const LONGEST_WAIT_MS = 25_000;

/** How the journal comes down: pushed, polled, or as the folded day. */
export function addPushRoutes(app: Hono<Env>, parts: ServerParts): void {
  app.get('/v1/entries', (c) => entries(parts, c));
  app.get('/v1/stream', (c) => stream(parts, c));
  app.get('/v1/snapshot', (c) => snapshot(parts, c));
}

/** `?from=N&wait=MS`: entries after position N at once, or as soon as there is one, at most `wait` ms from now. */
async function entries(parts: ServerParts, c: Ctx): Promise<Response> {
  const { caller } = await admit(parts, c, 'GET /v1/entries');
  const { branch, device } = caller.config;
  const from = numberIn(c, 'from', 0, Number.MAX_SAFE_INTEGER);
  const wait = numberIn(c, 'wait', LONGEST_WAIT_MS, LONGEST_WAIT_MS);
  const feed = parts.feeds.of(branch.id);
  await feed.waitBeyond(from, wait, c.req.raw.signal);
  const found = await parts.store.entriesAfter(branch.id, from, PAGE);
  const head = found.at(-1)?.position ?? Math.min(from, feed.position);
  return c.body(
    entriesAnswer(device.role, { epoch: feed.epoch, head, entries: found, serverTime: parts.now() }),
    200,
    { 'content-type': 'application/json' },
  );
}

/** `?from=N` or `Last-Event-ID: N`: every entry after position N, as they come. */
async function stream(parts: ServerParts, c: Ctx): Promise<Response> {
  const { caller } = await admit(parts, c, 'GET /v1/stream');
  const { branch, device } = caller.config;
  const last = c.req.header('last-event-id');
  const from = /^\d{1,15}$/.test(last ?? '') ? Number(last) : numberIn(c, 'from', 0, Number.MAX_SAFE_INTEGER);
  openStream(parts.feeds.of(branch.id), c.env.outgoing, {
    role: device.role,
    device: caller.id,
    pairedAt: caller.pairedAt,
    position: from,
  });
  return RESPONSE_ALREADY_SENT;
}

type Opened = Pick<Parameters<BranchFeed['add']>[0], 'role' | 'device' | 'pairedAt' | 'position'>;

// Written to the raw response: a framework's stream object per screen costs five times the delay and the memory.
function openStream(feed: BranchFeed, outgoing: Env['Bindings']['outgoing'], opened: Opened): void {
  outgoing.writeHead(200, {
    'content-type': 'text/event-stream',
    // Proxies that buffer would hold back what must be seen within a second.
    'x-accel-buffering': 'no',
  });
  const outlet = {
    write: (frame: Buffer) => void outgoing.write(frame),
    end: () => void outgoing.end(),
    waiting: () => outgoing.writableLength,
  };
  const screen = { ...opened, outlet, behind: false };
  outgoing.once('close', () => feed.remove(screen));
  feed.add(screen);
}

async function snapshot(parts: ServerParts, c: Ctx): Promise<Response> {
  const { caller } = await admit(parts, c, 'GET /v1/snapshot');
  const { branch } = caller.config;
  const today = businessDayAt(parts.now(), branch.timeZone);
  const answer = await parts.store.inBranch(branch.id, async (transaction) => ({
    mark: ANSWER_MARK,
    epoch: transaction.head.epoch,
    serverTime: parts.now(),
    day: await parts.authority.dayIn(transaction, today),
  }));
  return c.json(answer);
}

function numberIn(c: Ctx, name: string, otherwise: number, most: number): number {
  const text = c.req.query(name);
  if (text === undefined) return otherwise;
  if (/^\d{1,15}$/.test(text)) return Math.min(Number(text), most);
  throw new Refused({ status: 400, error: 'malformed', field: name, fix: 'Give a whole number, 0 or more.' });
}
