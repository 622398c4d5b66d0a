/**
 * A page in a browser without a debugger, timed by a script of its own. What drives a browser also listens to it, and that costs: under an
 * inspector Chromium reads a worker's whole text again for each function on the stack of the first error that a module makes.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHROMIUM_FLAGS, findChromium } from '../lib/browser.mjs';

const SCRIPT = '/undisturbed.js';
const REPORT = '/undisturbed-report';
const LONGEST_MS = 60_000;

/**
 * Opens `address`, which a server of this machine answers, in a browser with an empty profile, and lets `script` run in it: the body of an
 * async function. Resolves to what that returns, which has to fit into JSON.
 *
 * @param {string} address
 * @param {string} script
 */
export async function undisturbed(address, script) {
  const { promise: reported, resolve, reject } = Promise.withResolvers();
  const source = `addEventListener('load', async () => { let told; try { told = { value: await (async () => { ${script} })() }; } catch (error) { told = { failed: String(error) }; }
    await fetch('${REPORT}', { method: 'POST', body: JSON.stringify(told) }); });`;
  const server = http.createServer((request, response) => {
    if (request.url === REPORT) return hear(request, response).then(resolve, reject);
    if (request.url === SCRIPT) return response.setHeader('content-type', 'text/javascript').end(source);
    return pass(new URL(request.url, address), request.url === new URL(address).pathname, response).catch(reject);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const profile = mkdtempSync(path.join(tmpdir(), 'happens-before-undisturbed-'));
  const late = setTimeout(() => reject(new Error(`the page did not report within ${LONGEST_MS / 1000} s.`)), LONGEST_MS);
  const flags = ['--headless=new', '--no-first-run', '--force-prefers-reduced-motion', `--user-data-dir=${profile}`];
  const browser = spawn(findChromium(), [...CHROMIUM_FLAGS, ...flags, `http://127.0.0.1:${server.address().port}${new URL(address).pathname}`], { stdio: 'ignore' });
  const ended = new Promise((end) => browser.once('exit', end));
  browser.once('error', reject);
  try {
    return await reported;
  } finally {
    clearTimeout(late);
    browser.kill();
    await ended;
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function hear(request, response) {
  const { value, failed } = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString());
  response.end();
  if (failed !== undefined) throw new Error(failed);
  return value;
}

/** Answers as the page's own server does, with the script at the end of the page itself. */
async function pass(url, isPage, response) {
  const answer = await fetch(url);
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (!/^(content-(encoding|length)|transfer-encoding|connection)$/.test(name)) response.setHeader(name, value);
  if (isPage) return response.end((await answer.text()).replace('</body>', `<script src="${SCRIPT}"></script></body>`));
  return response.end(Buffer.from(await answer.arrayBuffer()));
}
