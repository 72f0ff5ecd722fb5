import { Hono } from 'hono';
import { ACCESS } from './access.ts';
import { addHelloRoute } from './hello-route.ts';
import { addJournalRoute } from './journal-route.ts';
import { addOperationsRoutes } from './operations-routes.ts';
import { addOperatorRoutes } from './operator-routes.ts';
import { addPairRoute } from './pair-route.ts';
import { addPhotoRoute } from './photo-route.ts';
import { problemResponse, Refused } from './problem.ts';
import { addPushRoutes } from './push-routes.ts';
import { addRequestRoute } from './request-route.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import type { Ctx, Env, ServerParts } from './server-parts.ts';
import { addStaticFiles, SCREENS } from './static-files.ts';

/** Every address of the server. What is not named here answers 404 with a problem. */
export function createApp(parts: ServerParts): Hono<Env> {
  const app = new Hono<Env>();
  app.use('*', async (c, next) => {
    // On the raw response, so that streams and errors carry them too.
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.env.outgoing.setHeader(name, value);
    await next();
    parts.metrics.count('ginkgo_requests_total', { area: areaOf(c.req.path), status: String(c.res.status) });
  });
  app.use('/v1/*', async (c, next) => {
    checkOrigin(c);
    await next();
  });
  addPairRoute(app, parts);
  addHelloRoute(app, parts);
  addJournalRoute(app, parts);
  addRequestRoute(app, parts);
  addPushRoutes(app, parts);
  addOperatorRoutes(app, parts);
  addOperationsRoutes(app, parts);
  addPhotoRoute(app, parts);
  addStaticFiles(app, parts.screensFolder);
  app.notFound((c) => {
    const fix = `There is no ${c.req.method} ${c.req.path}; see /openapi.json.`;
    return problemResponse({ status: 404, error: 'not-found', field: 'path', fix }, parts.now());
  });
  app.onError((error, c) => answerError(parts, error, c));
  return app;
}

/** A browser says where a call comes from: pages of other sites have no business here. */
function checkOrigin(c: Ctx): void {
  const site = c.req.header('sec-fetch-site');
  if (site === undefined || site === 'same-origin') return;
  throw new Refused({
    status: 403,
    error: 'cross-site',
    field: 'sec-fetch-site',
    fix: 'Call this only from the pages this server serves.',
  });
}

function answerError({ log, now }: ServerParts, error: Error, c: Ctx): Response {
  if (error instanceof Refused) return problemResponse(error.refusal, now());
  log.error({ err: error, path: areaOf(c.req.path) }, 'request failed');
  return problemResponse({ status: 500, error: 'internal', fix: 'Try again; nothing was half done.' }, now());
}

const ENDPOINTS = new Set(Object.keys(ACCESS).map((endpoint) => endpoint.split(' ')[1]));
const AREAS = new Set([...Object.keys(SCREENS), 'assets', 'sw.js']);

/** An address of ours, or its first part: few enough to count by, and free of anything typed. */
function areaOf(path: string): string {
  if (ENDPOINTS.has(path)) return path;
  const first = path.split('/')[1] ?? '';
  return AREAS.has(first) ? `/${first}` : 'other';
}
