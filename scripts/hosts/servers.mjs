/** The servers that the built site can be served with here, each by its configuration in hosting/. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/install.mjs';

const hosting = (file) => path.join(ROOT, 'hosting', file);
const configuration = (file) => readFileSync(hosting(file), 'utf8');
/** Tools of hosts, which `--fetch` puts there. They are large, and nobody needs them for anything else. */
const TOOLS = path.join(ROOT, '.cache/hosts');
const tool = (name) => path.join(TOOLS, name, 'node_modules/.bin', name);
const quiet = { stdio: 'ignore' };

/** A folder in which the site lies as its host wants it: below the sub-path, with `file` beside. */
function laidOut({ site, below, home }, file, text) {
  const folder = path.join(home, 'site');
  cpSync(site, path.join(folder, below), { recursive: true });
  writeFileSync(path.join(folder, file), text);
  return folder;
}

/** The archive as it is unpacked in a room without a network. */
function archive({ site, home }) {
  cpSync(site, path.join(home, 'course'), { recursive: true });
  for (const file of readdirSync(hosting('archive'))) cpSync(hosting(`archive/${file}`), path.join(home, file));
  cpSync(path.join(ROOT, 'scripts/lib/static-server.mjs'), path.join(home, 'static-server.mjs'));
  return home;
}

/**
 * `start` gets the built site, the sub-path below which it has to stand ('' or `some/path/`), a port and an empty folder. `npm`: the package that has the tool. `rootOnly`: it knows no
 * sub-path.
 *
 * @type {Record<string, import('./ask.mjs').Host & { program: string, npm?: string, rootOnly?: boolean, start: (given: { site: string, below: string, port: number, home: string }) => import('node:child_process').ChildProcess }>}
 */
export const servers = {
  nginx: {
    program: 'nginx',
    start({ site, below, port, home }) {
      const folder = laidOut({ site, below, home }, 'empty', '');
      const own = configuration('nginx.conf').replace('404 /404.html', `404 /${below}404.html`).replace('listen 80;', `listen 127.0.0.1:${port};`).replace('/usr/share/nginx/html', folder);
      writeFileSync(path.join(home, 'course.conf'), own);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${home}/${name};`).join(' ');
      writeFileSync(path.join(home, 'nginx.conf'), `daemon off; pid ${home}/pid; error_log ${home}/error.log; ${process.getuid?.() === 0 ? 'user root;' : ''} events {} http { access_log off; ${temporary} include ${home}/course.conf; }`);
      return spawn('nginx', ['-p', home, '-c', path.join(home, 'nginx.conf')], { stdio: 'inherit' });
    },
  },
  caddy: {
    program: 'caddy',
    start({ site, below, port, home }) {
      const folder = laidOut({ site, below, home }, 'empty', '');
      const file = path.join(home, 'Caddyfile');
      writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${configuration('Caddyfile').replace('* /404.html', `* /${below}404.html`).replace(/^:80/m, `http://localhost:${port}`)}`);
      return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], { ...quiet, env: { ...process.env, COURSE_FOLDER: folder, HOME: home } });
    },
  },
  node: { program: process.execPath, rootOnly: true, start: (given) => spawn(process.execPath, ['server.mjs', String(given.port)], { ...quiet, cwd: archive(given) }) },
  python: { program: 'python3', rootOnly: true, lacks: ['404', 'caching', 'compression'], start: (given) => spawn('python3', ['server.py', String(given.port)], { ...quiet, cwd: archive(given) }) },
  'no headers': {
    program: process.execPath,
    sends: false,
    start: ({ site, below, port }) => spawn(process.execPath, [path.join(import.meta.dirname, 'plain.mjs'), site, `/${below}`, String(port)], quiet),
  },
  'Cloudflare Pages': {
    program: tool('wrangler'),
    npm: 'wrangler',
    start: (given) =>
      spawn(tool('wrangler'), ['pages', 'dev', laidOut(given, '_headers', belowEach(configuration('_headers'), given.below)), '--ip', '127.0.0.1', '--port', String(given.port), '--inspector-port', '0', '--compatibility-date', '2026-01-01'], {
        ...quiet, cwd: given.home, env: { ...process.env, HOME: given.home, CI: '1', WRANGLER_SEND_METRICS: 'false' },
      }),
  },
  Netlify: {
    program: tool('netlify'),
    npm: 'netlify-cli',
    // Its tool for development; what it leaves out is done on the way to the reader, or by a setting of the site (pretty URLs).
    lacks: ['404 below', 'caching', 'compression', 'slash'],
    start(given) {
      laidOut(given, '_headers', belowEach(configuration('_headers'), given.below));
      const ports = ['--port', String(given.port), '--functions-port', String(given.port + 1), '--staticServerPort', String(given.port + 2)];
      return spawn(tool('netlify'), ['dev', '--offline', '--no-open', '--internal-disable-edge-functions', '--dir', 'site', ...ports], { ...quiet, cwd: given.home, env: { ...process.env, HOME: given.home, CI: '1' } });
    },
  },
  Vercel: {
    program: tool('vercel'),
    // Newer ones depend on packages that are not to be had everywhere.
    npm: 'vercel@41',
    lacks: ['404 below', 'compression'],
    start(given) {
      const { below, home, port } = given;
      const folder = laidOut(given, 'vercel.json', configuration('vercel.json').replaceAll('"source": "/', `"source": "/${below}`));
      mkdirSync(path.join(folder, '.vercel'));
      writeFileSync(path.join(folder, '.vercel/project.json'), JSON.stringify({ projectId: 'prj_none', orgId: 'team_none', settings: { framework: null } }));
      const { status, stderr } = spawnSync(tool('vercel'), ['build', '--yes', '--token', 'none'], { cwd: folder, encoding: 'utf8', env: { ...process.env, HOME: home, VERCEL_TELEMETRY_DISABLED: '1' } });
      if (status !== 0) throw new Error(`vercel build: ${stderr}`);
      return spawn(process.execPath, [path.join(import.meta.dirname, 'vercel.mjs'), path.join(folder, '.vercel/output'), String(port)], quiet);
    },
  },
};

/** The paths of a `_headers` file, below a sub-path. */
const belowEach = (text, below) => text.replace(/^\//gm, `/${below}`);

/** Fetches the tools of hosts that come from npm. */
export function fetchTools() {
  for (const { npm, program } of Object.values(servers)) {
    if (npm === undefined) continue;
    const folder = path.join(TOOLS, path.basename(program));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
    spawnSync('npm', ['install', npm, '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  }
}
