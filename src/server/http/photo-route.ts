import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Env, ServerParts } from './server-parts.ts';

const TYPES: Readonly<Record<string, string>> = { webp: 'image/webp', png: 'image/png', jpg: 'image/jpeg' };

/** Tellers' photos out of `kiosk-config/photos/`: only names that the configuration allows, so no path leads elsewhere. */
export function addPhotoRoute(app: Hono<Env>, parts: ServerParts): void {
  app.get('/photos/:file{[a-z0-9-]+\\.(?:webp|png|jpg)}', async (c, next) => {
    const file = c.req.param('file');
    const bytes = await readFile(join(parts.photosFolder, file)).catch(() => null);
    if (bytes === null) return await next();
    const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'cache-control': 'no-cache' });
  });
}
