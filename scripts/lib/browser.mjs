/** Finds a Chromium, or fetches one. Every test, picture and measurement that needs a browser asks here. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const USUAL_PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Where Playwright keeps the browsers it has downloaded, and what they look like inside. */
const PLAYWRIGHT_CACHE = {
  linux: '.cache/ms-playwright',
  darwin: 'Library/Caches/ms-playwright',
  win32: 'AppData/Local/ms-playwright',
};
const INSIDE = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/** Chromium refuses its own sandbox to root, and a container's /dev/shm is too small for it. */
export const CHROMIUM_FLAGS =
  process.platform === 'linux' ? [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'] : [];

/** @returns {string | undefined} the path of a Chromium that is already on this machine */
export function findChromium() {
  const asked = process.env.CHROMIUM;
  if (asked) return isRunnable(asked) ? asked : onPath([asked]);
  return onPath(NAMES) ?? USUAL_PLACES[process.platform]?.find(isRunnable) ?? inPlaywrightCache();
}

/**
 * Finds a Chromium or fetches one, and says what it does meanwhile.
 *
 * @param {(line: string) => void} say
 * @returns {string}
 * @throws if there is none and none could be fetched
 */
export function needChromium(say) {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.env.CHROMIUM) throw new Error(`CHROMIUM is set to ${process.env.CHROMIUM}, which is not a program that can be started.`);

  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath(['apt-get']) !== undefined) {
    say('No Chromium found. Fetching it with apt-get (about 100 MB) …');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' });
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  say('No Chromium found. Fetching the one that Playwright offers (about 150 MB) …');
  run('npx', ['playwright', 'install', 'chromium']);
  const fetched = findChromium();
  if (fetched !== undefined) return fetched;

  throw new Error(
    [
      'The browser tests need a Chromium, and none was found or could be fetched.',
      'Install one (Debian: sudo apt-get install chromium; elsewhere: Chrome or Edge), or name it:',
      '  CHROMIUM=/path/to/chromium npm test',
    ].join('\n'),
  );
}

function run(command, args, env = {}) {
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' });
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names) {
    for (const folder of folders) {
      const hit = endings.map((ending) => path.join(folder, name + ending)).find(isRunnable);
      if (hit !== undefined) return hit;
    }
  }
  return undefined;
}

function inPlaywrightCache() {
  const home = process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(os.homedir(), PLAYWRIGHT_CACHE[process.platform] ?? '');
  if (!existsSync(home)) return undefined;
  const newestFirst = readdirSync(home)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return newestFirst.flatMap((name) => INSIDE.map((inside) => path.join(home, name, inside))).find(isRunnable);
}

function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return path.isAbsolute(file);
  } catch {
    return false;
  }
}
