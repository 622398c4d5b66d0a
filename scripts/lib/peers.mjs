/** Packages of others that something of ours is measured against. Fetched through npm, as anybody would; they are no dependencies of ours. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './install.mjs';

/**
 * The folder below `.cache` in which the packages are installed. Asks npm only if they are not there yet in these versions.
 *
 * @param {string} name folder below `.cache`
 * @param {Record<string, string>} versions
 */
export function fetchPeers(name, versions) {
  const folder = path.join(ROOT, '.cache', name);
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies: versions }, undefined, 2);
  const file = path.join(folder, 'package.json');
  if (existsSync(path.join(folder, 'node_modules')) && existsSync(file) && readFileSync(file, 'utf8') === manifest) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, manifest);
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
  return folder;
}

export const inWords = (versions) => Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ');
