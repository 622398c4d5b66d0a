/** The pages of peers that have pages: built from their packages in the folder where these are installed, and served as ours are. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { serve } from '../lib/static-server.mjs';

const HERE = import.meta.dirname;

/** A stock Starlight site. @returns {string} the folder it was built into */
export function buildStarlight(packages) {
  cpSync(path.join(HERE, 'starlight'), packages, { recursive: true });
  const out = path.join(packages, 'dist');
  if (!existsSync(path.join(out, 'index.html'))) {
    execFileSync(process.execPath, [path.join(packages, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: packages, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } });
  }
  return out;
}

/** @returns {Promise<string>} the folder with a page of Sandpack */
export async function buildSandpack(packages) {
  const source = path.join(packages, 'sandpack-page');
  const out = path.join(packages, 'sandpack-site');
  mkdirSync(source, { recursive: true });
  cpSync(path.join(HERE, 'sandpack-page.mjs'), path.join(source, 'page.mjs'));
  writeFileSync(path.join(source, 'index.html'), '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sandpack</title></head><body><div id="root"></div><script type="module" src="./page.mjs"></script></body></html>');
  await build({ root: source, configFile: false, logLevel: 'error', build: { outDir: out, emptyOutDir: true } });
  return out;
}

/**
 * Serves a page of Sandpack and the bundler that its client's package brings. They are two sites to Chromium, as `codesandbox.io` and whoever embeds it
 * are, so the bundler has a process of its own.
 *
 * @template T
 * @param {(url: string) => Promise<T>} use
 * @param {Partial<import('../lib/static-server.mjs').Options>} [options] of both servers
 */
export async function withSandpack(packages, use, options = {}) {
  const page = await serve({ folder: await buildSandpack(packages), port: 0, ...options });
  const bundler = await serve({ folder: path.join(packages, 'node_modules/@codesandbox/sandpack-client/sandpack'), port: 0, ...options });
  try {
    return await use(`${page.url}?bundler=${encodeURIComponent(bundler.url.replace('127.0.0.1', 'localhost'))}`);
  } finally {
    await page.close();
    await bundler.close();
  }
}
