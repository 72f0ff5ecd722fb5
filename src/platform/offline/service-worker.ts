import { getCacheKeyForURL, matchPrecache, precache } from 'workbox-precaching';
import { isFontSlice, isPhoto, pageFor } from './screen-pages.ts';
import { TAKE_OVER } from './take-over.ts';

/** Every file a device needs to start with the server down; the build fills it in. */
declare const PRECACHE: readonly { readonly url: string; readonly revision: string | null }[];

const WIDE_FONTS = 'ginkgo-wide-fonts';
const PHOTOS = 'ginkgo-photos';
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

// All files or none. What the worker before this one serves stays until this one is active: never old beside new.
precache([...PRECACHE]);

worker.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/v1/')) return;
  const file = (request.mode === 'navigate' ? pageFor(pathname) : null) ?? pathname;
  if (getCacheKeyForURL(file) !== undefined) event.respondWith(precached(file, request));
  else if (isFontSlice(pathname)) event.respondWith(cachedFont(request));
  else if (isPhoto(pathname)) event.respondWith(freshPhoto(request));
});

async function precached(file: string, request: Request): Promise<Response> {
  return (await matchPrecache(file)) ?? fetch(request);
}

/** Slices for rare hanzi come when first used, and stay. */
async function cachedFont(request: Request): Promise<Response> {
  const cache = await caches.open(WIDE_FONTS);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fetched = await fetch(request);
  if (fetched.ok) await cache.put(request, fetched.clone());
  return fetched;
}

/** A photo may be changed under its name: the server's counts, the kept one only where it does not answer. */
async function freshPhoto(request: Request): Promise<Response> {
  const cache = await caches.open(PHOTOS);
  const fetched = await fetch(request).catch(() => Response.error());
  if (fetched.ok) await cache.put(request, fetched.clone());
  const hasSpoken = fetched.status >= 200 && fetched.status < 500;
  return hasSpoken ? fetched : ((await cache.match(request)) ?? fetched);
}
