/**
 * The hostile programs in every browser engine that is installed: `node scripts/hostile.mjs [--fuzz 10000] [--from 1] [--only firefox]`. Prints a
 * table for docs/notes/sandbox.md. `--from` is the seed of the first random program, so that many can be run in pieces. A browser is started with an
 * address and nothing else; the page reports by itself.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { livePlugins, liveWorkerPlugins } from '../vite/index.ts';
import { bundleSupervisor } from '../src/sandbox/bundle.ts';
import { CHROMIUM_FLAGS, findChromium } from './lib/browser.mjs';
import { ROOT } from './lib/install.mjs';

const { values } = parseArgs({ options: { fuzz: { type: 'string', default: '200' }, from: { type: 'string', default: '1' }, only: { type: 'string' }, minutes: { type: 'string', default: '10' } } });
const folder = mkdtempSync(path.join(tmpdir(), 'happens-before-hostile-'));
const MINI = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

const ENGINES = {
  chromium: () => [findChromium(), [...CHROMIUM_FLAGS, '--headless=new', `--user-data-dir=${folder}/chromium`]],
  firefox: () => [which('firefox-esr') ?? which('firefox'), ['--headless', '--no-remote', '--profile', folder]],
  webkit: () => [existsSync(MINI) ? which('xvfb-run') : undefined, ['-a', MINI]],
};

const which = (name) => (process.env.PATH ?? '').split(':').map((each) => path.join(each, name)).find((file) => existsSync(file));

async function makePage() {
  const out = path.join(folder, 'site');
  const html = path.join(ROOT, '.cache/hostile.html');
  const { hash } = await bundleSupervisor();
  // A fresh clone has none yet.
  mkdirSync(path.dirname(html), { recursive: true });
  // The policy of a page that runs programs: src/layouts/content-policy.ts.
  const policy = `default-src 'self'; script-src 'self' ${hash} 'unsafe-eval' blob: data:; worker-src 'self' blob: data:; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'`;
  writeFileSync(html, `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Hostile</title></head><body><script type="module" src="/src/sandbox/testing/hostile-page.ts"></script></body></html>`);
  try {
    await build({ root: ROOT, configFile: false, logLevel: 'error', plugins: livePlugins(), worker: { format: 'es', plugins: liveWorkerPlugins }, build: { outDir: out, emptyOutDir: true, rolldownOptions: { input: html } } });
  } finally {
    rmSync(html);
  }
  return out;
}

/** Serves the page, counts who comes to where only an attacker would go, and waits for the report. */
async function runIn(name, site) {
  const [program, flags] = ENGINES[name]();
  if (!program) return { name, missing: true };
  let attacked = 0;
  let tell;
  const report = new Promise((resolve) => (tell = resolve));
  const server = createServer((request, response) => {
    const address = new URL(request.url, 'http://localhost').pathname;
    if (address.startsWith('/attacked')) attacked++;
    if (request.method === 'POST' && address === '/result') {
      let body = '';
      request.on('data', (part) => (body += part)).on('end', () => {
        response.end();
        tell(JSON.parse(body));
      });
      return;
    }
    const file = path.join(site, address === '/' ? '.cache/hostile.html' : address);
    if (!file.startsWith(site) || !existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('content-type', file.endsWith('.html') ? 'text/html' : 'text/javascript');
    response.end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const child = spawn(program, [...flags, `http://127.0.0.1:${server.address().port}/?fuzz=${values.fuzz}&from=${values.from}`], { stdio: 'ignore', detached: true, env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', HOME: folder } });
  const timer = setTimeout(() => tell({ error: `no report within ${values.minutes} minutes` }), Number(values.minutes) * 60_000);
  const result = await report;
  clearTimeout(timer);
  try {
    process.kill(-child.pid);
  } catch {
    // It has ended by itself.
  }
  server.close();
  server.closeAllConnections();
  return { name, attacked: attacked - 1, ...result };
}

const worst = (seen, what) => Math.max(0, ...seen.map((each) => each[what]));

const site = await makePage();
let failed = false;
console.log('| engine | attempts | reached | requests that got out | longest stall of the page | longest until the next program | random programs |\n| --- | --: | --: | --: | --: | --: | --: |');
for (const name of Object.keys(ENGINES).filter((each) => values.only === undefined || each === values.only)) {
  const { missing, error, seen = [], attacked, fuzzed } = await runIn(name, site);
  if (missing) console.log(`| ${name} | not installed | | | | | |`);
  else if (error) {
    failed = true;
    console.log(`| ${name} | ${error} | | | | | |`);
  } else {
    const attempts = seen.filter(({ attack }) => attack !== 'B12');
    const reached = seen.filter((each) => each.reached !== undefined);
    // Below 0: not even the page's own request was counted.
    failed ||= reached.length > 0 || attacked !== 0;
    console.log(`| ${name} | ${attempts.length} | ${reached.length} | ${attacked} | ${worst(seen, 'stall')} ms | ${worst(seen, 'ended')} ms | ${fuzzed} |`);
    for (const each of reached) console.error(`${name}: ${each.attack} ${each.name}: ${each.reached}`);
    for (const each of seen) if (each.ended > 1_000 || each.stall > 500) console.error(`${name}: ${each.attack} ${each.name}: stall ${each.stall} ms, next program after ${each.ended} ms`);
  }
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
