import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Hono } from 'hono';
import type { Ctx, Env } from './server-parts.ts';

/** Which folder of `dist/screens` each address shows. */
export const SCREENS = {
  kiosk: 'kiosk',
  pad: 'rating-pad',
  counter: 'teller-console',
  board: 'call-board',
  pairing: 'pairing',
} as const;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
};

type Kept = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer> | null;
  readonly etag: string;
  readonly type: string;
  readonly cacheControl: string;
};

/** Serves the built screens out of memory: only what was there at start exists, so no path can lead elsewhere. */
export function addStaticFiles(app: Hono<Env>, folder: string): void {
  const files = readFiles(folder);
  for (const [address, screen] of Object.entries(SCREENS)) {
    const page = files.get(`/${screen}/index.html`);
    if (!page) continue;
    files.set(`/${address}/`, page);
    app.get(`/${address}`, (c) => c.redirect(`/${address}/`, 308));
  }
  app.get('/', (c) => c.redirect('/pairing/', 302));
  app.get('*', async (c, next) => {
    const kept = files.get(c.req.path);
    if (kept) return send(c, kept);
    return await next();
  });
}

function send(c: Ctx, kept: Kept): Response {
  const headers = {
    'cache-control': kept.cacheControl,
    etag: kept.etag,
    vary: 'accept-encoding',
  };
  if (c.req.header('if-none-match') === kept.etag) return c.body(null, 304, headers);
  const brotli =
    kept.brotli !== null && /\bbr\b/.test(c.req.header('accept-encoding') ?? '') ? kept.brotli : null;
  return c.body(brotli ?? kept.bytes, 200, {
    ...headers,
    'content-type': kept.type,
    ...(brotli && { 'content-encoding': 'br' }),
  });
}

function readFiles(folder: string): Map<string, Kept> {
  const names = listed(folder);
  const compressed = new Set(names.filter((name) => name.endsWith('.br')));
  const files = new Map<string, Kept>();
  for (const name of names) {
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
    if (type === undefined) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const brotli = compressed.has(`${name}.br`)
      ? new Uint8Array(readFileSync(join(folder, `${name}.br`)))
      : null;
    files.set(`/${name}`, {
      bytes,
      brotli,
      type,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      // Names under assets/ carry a hash of their content; everything else is asked for again.
      cacheControl: name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  }
  return files;
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => relative('.', name).replaceAll('\\', '/'));
  } catch {
    return [];
  }
}
