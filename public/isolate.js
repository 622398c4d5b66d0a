/*
 * A service worker that adds the two headers which a host has not sent, so that workers of the page may share memory. A reader asks for it, on a page
 * that measures; it is in charge of that page, and of the scripts that its workers are made of, and of nothing else. It stores nothing.
 */
addEventListener('install', () => skipWaiting());

addEventListener('fetch', (event) => {
  const { request } = event;
  // The developer tools of a browser ask so, and to ask on their behalf is an error.
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
  if (new URL(request.url).origin === location.origin) event.respondWith(isolated(request));
});

async function isolated(request) {
  const answer = await fetch(request);
  // A redirect that the browser has to follow itself cannot be written anew.
  if (answer.status === 0) return answer;
  const headers = new Headers(answer.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}
