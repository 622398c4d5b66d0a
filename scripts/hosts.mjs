/**
 * Serves the built site with every server that is here, by the configuration in hosting/, and asks each what a reader's browser would:
 *
 *     node scripts/hosts.mjs [NAME …] [--fetch] [--browser] [--at ADDRESS]
 *
 * nginx and Caddy come from the system's packages; the small servers of the archive are always there, Python's if Python is. `--fetch` first installs the tools of Cloudflare Pages,
 * Netlify and Vercel into .cache/hosts (about 1 GB; nothing else uses them). `--browser` also visits each with Chromium: a program runs, and the lab measures.
 * A site that was built for a sub-path is served below it, with the servers that can. `--at` asks a server that runs already, wherever it is, for the site that is in dist/.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { ask } from './hosts/ask.mjs';
import { fetchTools, servers } from './hosts/servers.mjs';
import { visit } from './hosts/visit.mjs';
import { CHROMIUM_FLAGS, findChromium } from './lib/browser.mjs';
import { ROOT } from './lib/install.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { fetch: { type: 'boolean' }, browser: { type: 'boolean' }, at: { type: 'string' } } });
const unknown = positionals.filter((name) => servers[name] === undefined);
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')} here, only ${Object.keys(servers).join(', ')}.`);
  process.exit(2);
}

const site = path.join(ROOT, 'dist');
const find = (folder, end) => readdirSync(path.join(site, folder)).find((file) => end.test(file));
const read = (file) => readFileSync(path.join(site, file), 'utf8');
const files = { hashed: find('_astro', /\.js$/), style: find('_astro', /\.css$/), index: find('pagefind', /\.(pagefind|wasm)$/), notFound: read('404.html') };
/** The sub-path that the site was built for: '' or `some/path/`. */
const builtFor = /<link rel="icon" href="\/([^"]*)favicon\.svg"/.exec(read('index.html'))?.[1] ?? '';
const lesson = readdirSync(site, { recursive: true }).map((file) => file.replaceAll('\\', '/')).filter((file) => /^[\w-]+\/[\w-]+\/index\.html$/.test(file)).sort().find((file) => read(file).includes('<live-program')).replace(/index\.html$/, '');

const isThere = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function untilUp(address, child) {
  for (let tries = 0; tries < 1800; tries++) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode} before it answered`);
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} does not answer`);
}

async function end(child) {
  child.kill();
  await new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve()));
}

/** The problems of a site that is served at `base`. Pages that were built for the root do not find their scripts below a path, so a browser is no use there. */
const problemsAt = async (base, host, browser) => {
  const problems = await ask(base, host, files);
  return browser !== undefined && new URL(base).pathname === `/${builtFor}` ? [...problems, ...(await visit(browser, base, lesson, host.sends !== false))] : problems;
};

/** The problems of one server with the site below one path. */
async function problemsOf(name, below, home, browser) {
  const { start, ...host } = servers[name];
  const port = await freePort();
  const base = `http://localhost:${port}/${below}`;
  let child;
  try {
    child = start({ site, below, port, home });
    await untilUp(base, child);
    return await problemsAt(base, host, browser);
  } catch (error) {
    return [error.message];
  } finally {
    if (child !== undefined) await end(child);
  }
}

if (values.fetch) fetchTools();
const top = mkdtempSync(path.join(tmpdir(), 'happens-before-hosts-'));
const browser = values.browser ? await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS }) : undefined;
let failed = false;

function report(where, problems) {
  console.log(`${where}: ${problems.length === 0 ? 'all right' : `\n  ${problems.join('\n  ')}`}`);
  failed ||= problems.length > 0;
}

const asked = positionals.length > 0 ? positionals : values.at === undefined ? Object.keys(servers) : [];
if (values.at !== undefined) report(values.at, await problemsAt(values.at.replace(/\/?$/, '/'), {}, browser));
for (const name of asked) {
  const { program, rootOnly = false } = servers[name];
  if (program !== process.execPath && !isThere(program)) {
    console.log(`${name}: not installed`);
    continue;
  }
  const paths = builtFor === '' ? ['', ...(rootOnly ? [] : ['some/path/'])] : rootOnly ? [] : [builtFor];
  for (const below of paths) {
    const home = path.join(top, `${name.replace(' ', '-')}-${below === '' ? 'root' : 'below'}`);
    mkdirSync(home);
    report(`${name}${below === '' ? '' : ` below /${below}`}`, await problemsOf(name, below, home, browser));
  }
}
await browser?.close();
rmSync(top, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
