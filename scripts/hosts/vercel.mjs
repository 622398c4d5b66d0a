/**
 * Serves what `vercel build` has made, by the routes that it made of vercel.json. `vercel dev` would, but asks for an account. What Vercel adds by itself (compression, its
 * own Cache-Control) is not here. https://vercel.com/docs/build-output-api/configuration has the format.
 */
import { readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'application/javascript', '.mjs': 'application/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

/**
 * What the routes of one phase make of a path: headers from those that let it go on, and the first that does not.
 *
 * @param {readonly { src?: string, headers?: Record<string, string>, status?: number, dest?: string, continue?: boolean }[]} routes
 * @param {string} asked
 */
export function follow(routes, asked) {
  const headers = {};
  for (const { src, headers: own = {}, status, dest, continue: goesOn = false } of routes) {
    const match = src === undefined ? null : new RegExp(src).exec(asked);
    if (match === null) continue;
    const filled = (text) => text.replace(/\$(\d)/g, (_, nth) => match[Number(nth)] ?? '');
    for (const [name, value] of Object.entries(own)) headers[name] = filled(value);
    if (!goesOn) return { headers, status, dest: dest === undefined ? undefined : filled(dest) };
  }
  return { headers, status: undefined, dest: undefined };
}

/** The routes before any file is looked for, and those for when none is there. */
export function phases(routes) {
  const main = routes.findIndex(({ handle }) => handle !== undefined);
  const error = routes.findIndex(({ handle }) => handle === 'error');
  return { main: main === -1 ? routes : routes.slice(0, main), error: error === -1 ? [] : routes.slice(error + 1) };
}

function fileAt(folder, asked) {
  const file = path.join(folder, asked);
  if (!file.startsWith(folder + path.sep)) return undefined;
  return [file, path.join(file, 'index.html')].find((each) => statSync(each, { throwIfNoEntry: false })?.isFile());
}

if (process.argv[1] === import.meta.filename) {
  const [output, port] = process.argv.slice(2);
  const { main, error } = phases(JSON.parse(readFileSync(path.join(output, 'config.json'), 'utf8')).routes);
  const folder = path.join(path.resolve(output), 'static');
  http
    .createServer((request, response) => {
      const asked = decodeURIComponent(new URL(request.url, 'http://local').pathname);
      const { headers, status } = follow(main, asked);
      if (status !== undefined) return response.writeHead(status, headers).end();
      const found = fileAt(folder, asked);
      const lost = found === undefined ? follow(error, asked) : undefined;
      const file = found ?? fileAt(folder, lost?.dest ?? '/404.html');
      if (file === undefined) return response.writeHead(404, headers).end();
      response.writeHead(lost?.status ?? (found ? 200 : 404), { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'public, max-age=0, must-revalidate', ...headers });
      response.end(readFileSync(file));
    })
    .listen(Number(port), '127.0.0.1');
}
