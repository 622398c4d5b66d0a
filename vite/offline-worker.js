/**
 * The service worker: the course without a network, after one visit. Written into the site by vite/offline.ts, which puts in the place of
 * FILES a list of every file with a hash of its content, and in that of VERSION a hash of the list.
 *
 * What is kept is answered from what is kept: a page and its scripts are always of one version. A new version is fetched beside the old
 * one and waits until the reader takes it.
 */
/* global VERSION, FILES */
const NAME = 'happens-before:files:';
const LATER = 'happens-before:later';
const cacheName = NAME + VERSION;
const scope = new URL(self.registration.scope);
const address = (path) => new URL(path, scope).href;

self.addEventListener('install', (event) => event.waitUntil(fetchAll()));
self.addEventListener('activate', (event) => event.waitUntil(dropOld().then(() => self.clients.claim())));
self.addEventListener('message', (event) => {
  if (event.data === 'take') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  event.respondWith(answer(request, url));
});

/** Every file of this version; what an earlier version had with the same content is not fetched again. */
async function fetchAll() {
  const cache = await caches.open(cacheName);
  const before = await filesBefore();
  for (const [path, hash] of Object.entries(FILES)) {
    const known = before.get(`${path} ${hash}`);
    const file = known === undefined ? await fetch(address(path), { cache: 'no-cache' }) : await known();
    if (file === undefined || !file.ok) throw new Error(`${path} could not be fetched`);
    await cache.put(address(path), await marked(file, hash));
  }
}

/** The hash goes with the file, for the next version to know it by. */
async function marked(file, hash) {
  const headers = new Headers(file.headers);
  headers.set('x-content-hash', hash);
  return new Response(await file.blob(), { status: file.status, headers });
}

async function filesBefore() {
  const found = new Map();
  for (const name of await caches.keys()) {
    if (!name.startsWith(NAME) || name === cacheName) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const path = request.url.slice(scope.href.length);
      const file = await cache.match(request);
      found.set(`${path} ${file?.headers.get('x-content-hash')}`, () => cache.match(request));
    }
  }
  return found;
}

async function dropOld() {
  for (const name of await caches.keys()) if (name.startsWith(NAME) && name !== cacheName) await caches.delete(name);
}

async function answer(request, url) {
  const kept = await (await caches.open(cacheName)).match(url.origin + url.pathname);
  if (kept !== undefined) return kept;
  const later = await caches.open(LATER);
  const before = await later.match(request);
  // Names that carry a hash never change.
  if (before !== undefined && url.pathname.includes('/_astro/')) return before;
  try {
    const file = await fetch(request);
    if (file.ok && (url.pathname.includes('/_astro/') || url.pathname.includes('/pagefind/'))) await later.put(request, file.clone());
    return file;
  } catch (error) {
    if (before !== undefined) return before;
    const missing = request.mode === 'navigate' ? await (await caches.open(cacheName)).match(address('404.html')) : undefined;
    if (missing !== undefined) return missing;
    throw error;
  }
}
