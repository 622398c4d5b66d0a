/** A small server for a folder of files: what any static host does, so that what works here works there. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** Gives a page SharedArrayBuffer and exact clocks. Only the pages that measure real cores gain from it, and the scripts of their workers need it too. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

const compress = {
  br: (bytes) => promisify(zlib.brotliCompress)(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(zlib.gzip)(bytes, { level: 9 }),
};

const PORTS_TO_TRY = 50;

/**
 * @typedef {object} Options
 * @property {string} folder
 * @property {number} [port]      0: any that is free
 * @property {string} [host]
 * @property {boolean | 'lab'} [isolated] send the headers for cross-origin isolation: with every answer, or with the pages of the lab and all scripts
 * @property {string} [base]      the sub-path that the site was built for
 * @property {(type: string, bytes: number) => void} [onSent] told of each body that is sent, with its length as it is sent
 */

/**
 * Serves a folder. A port that is taken gives way to the next one.
 *
 * @param {Options} options
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ folder, port = 4321, host = '127.0.0.1', isolated = false, base = '/', onSent = () => {} }) {
  const prefix = `/${base}/`.replace(/\/+/g, '/');
  const site = { folder: path.resolve(folder), prefix, isolated, packed: new Map(), onSent };
  const server = http.createServer((request, response) => {
    answer(site, request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const taken = await listen(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${prefix}`,
    port: taken,
    close: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };
}

async function listen(server, first, host) {
  for (let port = first; ; port++) {
    try {
      await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, () => resolve(server.off('error', reject))));
      return server.address().port;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port >= first + PORTS_TO_TRY) throw error;
    }
  }
}

async function answer(site, request, response) {
  const headers = isIsolated(site, request.url) ? { ...ISOLATION } : {};
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, { ...headers, Allow: 'GET, HEAD' });

  const { pathname, search } = new URL(request.url, 'http://local');
  const within = pathname.startsWith(site.prefix) ? pathname.slice(site.prefix.length) : undefined;
  if (within === undefined) {
    const home = `${pathname}/` === site.prefix || pathname === '/';
    return home ? end(response, 302, { ...headers, Location: site.prefix + search }) : missing(site, request, response, headers);
  }

  const asked = fileFor(site.folder, within);
  const kind = asked === undefined ? undefined : await kindOf(asked);
  if (kind === 'folder') {
    if (!pathname.endsWith('/')) return end(response, 301, { ...headers, Location: `${pathname}/${search}` });
    const index = path.join(asked, 'index.html');
    return (await kindOf(index)) === 'file'
      ? send(site, request, response, 200, index, headers)
      : missing(site, request, response, headers);
  }
  return kind === 'file' ? send(site, request, response, 200, asked, headers) : missing(site, request, response, headers);
}

const isIsolated = ({ isolated, prefix }, address) =>
  isolated === 'lab' ? address.startsWith(`${prefix}lab/`) || /\.js(\?|$)/.test(address) : isolated;

/** The file that a path names, or undefined if it would lie outside the folder or cannot be read as a path. */
function fileFor(folder, within) {
  try {
    const file = path.join(folder, decodeURIComponent(within));
    return `${file}${path.sep}`.startsWith(folder + path.sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

async function kindOf(file) {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

async function missing(site, request, response, headers) {
  const page = path.join(site.folder, '404.html');
  if ((await kindOf(page)) === 'file') return send(site, request, response, 404, page, headers);
  return end(response, 404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }, 'There is no such page.\n');
}

async function send(site, request, response, status, file, headers) {
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const { size, mtimeMs } = await stat(file);
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  Object.assign(headers, {
    'Content-Type': type,
    // Astro puts a hash of the contents into these names, so they never change.
    'Cache-Control': /[\\/]_astro[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  });
  if (status === 200 && request.headers['if-none-match'] === tag) return end(response, 304, headers);

  const coding = /^(text|application\/(json|wasm|xml|manifest)|image\/svg)/.test(type)
    ? preferred(request.headers['accept-encoding'] ?? '')
    : undefined;
  if (coding === undefined) {
    response.writeHead(status, { ...headers, 'Content-Length': size });
    if (request.method === 'HEAD') return response.end();
    site.onSent(type, size);
    return createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  }
  const key = `${coding} ${tag} ${file}`;
  if (!site.packed.has(key)) site.packed.set(key, readFile(file).then(compress[coding]));
  const body = await site.packed.get(key);
  if (request.method !== 'HEAD') site.onSent(type, body.length);
  return end(
    response,
    status,
    { ...headers, 'Content-Encoding': coding, 'Content-Length': body.length },
    request.method === 'HEAD' ? undefined : body,
  );
}

const preferred = (accepted) => ['br', 'gzip'].find((coding) => new RegExp(`\\b${coding}\\b`).test(accepted));

function end(response, status, headers, body) {
  response.writeHead(status, headers);
  response.end(body);
}
