/**
 * Serves the built site with every server that is installed, by the configuration in hosting/, and asks each what a reader's browser would: `node scripts/hosts.mjs`. nginx and Caddy come
 * from the system's packages; the small servers of the archive are always there, Python's if Python is.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './lib/install.mjs';

const top = mkdtempSync(path.join(tmpdir(), 'happens-before-hosts-'));
const site = path.join(ROOT, 'dist');
const hashed = readdirSync(path.join(site, '_astro')).find((file) => file.endsWith('.js'));
const style = readdirSync(path.join(site, '_astro')).find((file) => file.endsWith('.css'));
const wasm = readdirSync(path.join(site, 'pagefind')).find((file) => file.endsWith('.pagefind') || file.endsWith('.wasm'));
const isThere = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const servers = {
  nginx: {
    program: 'nginx',
    start(port, folder, below) {
      const config = readFileSync(path.join(ROOT, 'hosting/nginx.conf'), 'utf8').replace('404 /404.html', `404 /${below}404.html`).replace('listen 80;', `listen 127.0.0.1:${port};`).replace('/usr/share/nginx/html', folder);
      const home = path.join(top, `nginx-${port}`);
      mkdirSync(home);
      writeFileSync(path.join(home, 'course.conf'), config);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${home}/${name};`).join(' ');
      writeFileSync(path.join(home, 'nginx.conf'), `daemon off; pid ${home}/pid; error_log ${home}/error.log; ${process.getuid?.() === 0 ? 'user root;' : ''} events {} http { access_log off; ${temporary} include ${home}/course.conf; }`);
      return spawn('nginx', ['-p', home, '-c', path.join(home, 'nginx.conf')], { stdio: 'inherit' });
    },
  },
  caddy: {
    program: 'caddy',
    start(port, folder, below) {
      const file = path.join(top, `Caddyfile-${port}`);
      writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${readFileSync(path.join(ROOT, 'hosting/Caddyfile'), 'utf8').replace('* /404.html', `* /${below}404.html`).replace(/^:80/m, `http://127.0.0.1:${port}`)}`);
      return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], { stdio: 'ignore', env: { ...process.env, COURSE_FOLDER: folder, HOME: top } });
    },
  },
  node: { program: process.execPath, atRoot: true, start: (port) => spawn(process.execPath, ['server.mjs', String(port)], { cwd: path.join(top, 'archive'), stdio: 'ignore' }) },
  python: { program: 'python3', atRoot: true, start: (port) => spawn('python3', ['server.py', String(port)], { cwd: path.join(top, 'archive'), stdio: 'ignore' }) },
};

/** What has to hold, below the address of the site. `python` has no compression and no page of its own for what is missing. */
async function ask(base, name) {
  const get = async (file, headers = {}) => {
    const answer = await fetch(base + file, { redirect: 'manual', headers });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const problems = [];
  const expect = (what, found, wanted) => {
    if (wanted instanceof RegExp ? !wanted.test(String(found)) : found !== wanted) problems.push(`${what}: ${found}, expected ${wanted}`);
  };
  const type = (answer) => answer.headers.get('content-type');

  const home = await get('');
  expect('first page', home.status, 200);
  expect('its type', type(home), /^text\/html/);
  expect('isolation of the first page', home.headers.get('cross-origin-opener-policy'), null);
  const folder = await get('contents');
  expect('a folder without its slash', `${folder.status} ${new URL(folder.headers.get('location') ?? '', base).href === `${base}contents/`}`, /^30[1278] true$/);
  expect('a page', (await get('contents/')).status, 200);
  const lost = await get('no/such/page/');
  expect('a page that is not there', lost.status, 404);
  if (name !== 'python') expect('its text', /no page|not here|contents/i.test(lost.text), true);
  expect('a script', type(await get(`_astro/${hashed}`)), /^(text|application)\/javascript/);
  expect('a style', type(await get(`_astro/${style}`)), /^text\/css/);
  expect('a picture', type(await get('favicon.svg')), /^image\/svg\+xml/);
  if (wasm) expect('the search index', (await get(`pagefind/${wasm}`)).status, 200);
  expect('the worker, asked again', (await get('sw.js')).headers.get('cache-control'), /no-cache/);
  if (name !== 'python') {
    expect('what never changes', (await get(`_astro/${hashed}`)).headers.get('cache-control'), /immutable/);
    expect('compression', (await get(`_astro/${style}`, { 'accept-encoding': 'gzip' })).headers.get('content-encoding'), 'gzip');
  }
  const lab = await get('lab/');
  expect('the lab', `${lab.status} ${lab.headers.get('cross-origin-opener-policy')} ${lab.headers.get('cross-origin-embedder-policy')}`, '200 same-origin require-corp');
  expect('scripts of its workers', (await get(`_astro/${hashed}`)).headers.get('cross-origin-embedder-policy'), 'require-corp');
  expect('what lies outside', /root:/.test((await get('..%2f..%2f..%2f..%2fetc/passwd')).text), false);
  return problems;
}

async function untilUp(address) {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await fetch(address);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`${address} does not answer`);
}

cpSync(site, path.join(top, 'archive/course'), { recursive: true });
for (const file of readdirSync(path.join(ROOT, 'hosting/archive'))) cpSync(path.join(ROOT, 'hosting/archive', file), path.join(top, 'archive', file));
cpSync(path.join(ROOT, 'scripts/lib/static-server.mjs'), path.join(top, 'archive/static-server.mjs'));
cpSync(site, path.join(top, 'below/some/path'), { recursive: true });

let failed = false;
for (const [name, { program, start, atRoot = false }] of Object.entries(servers)) {
  if (program !== process.execPath && !isThere(program)) {
    console.log(`${name}: not installed`);
    continue;
  }
  for (const [folder, below] of [[site, ''], ...(atRoot ? [] : [[path.join(top, 'below'), 'some/path/']])]) {
    const port = await freePort();
    const child = start(port, folder, below);
    try {
      await untilUp(`http://127.0.0.1:${port}/${below}`);
      const problems = await ask(`http://127.0.0.1:${port}/${below}`, name);
      console.log(`${name}${below === '' ? '' : ` below /${below}`}: ${problems.length === 0 ? 'all right' : `\n  ${problems.join('\n  ')}`}`);
      failed ||= problems.length > 0;
    } finally {
      child.kill();
      await new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve()));
    }
  }
}
rmSync(top, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
