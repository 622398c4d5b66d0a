/** The page of the runners, built, and served together with the files of the peers' packages. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { build } from 'vite';
import { livePlugins, liveWorkerPlugins } from '../../vite/index.ts';
import { ROOT } from '../lib/install.mjs';
import { serve } from '../lib/static-server.mjs';

/**
 * @template T
 * @param {string} packages folder with the peers' `node_modules`
 * @param {(url: string) => Promise<T>} use
 * @param {Partial<import('../lib/static-server.mjs').Options>} [options] of the server
 * @returns {Promise<T>}
 */
export async function withRunners(packages, use, options = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'happens-before-peers-'));
  try {
    await makePage(folder);
    await makeHarness(folder);
    const modules = path.join(packages, 'node_modules');
    cpSync(path.join(modules, '@freecodecamp/curriculum-helpers/dist/test-runner'), path.join(folder, 'dist'), { recursive: true });
    cpSync(path.join(modules, '@exercism/javascript-browser-test-runner/output'), path.join(folder, 'exercism'), { recursive: true });
    const server = await serve({ folder, port: 0, ...options });
    try {
      return await use(`${server.url}runners.html`);
    } finally {
      await server.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makePage(folder) {
  const html = path.join(ROOT, '.cache/runners.html');
  mkdirSync(path.dirname(html), { recursive: true });
  writeFileSync(html, '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Runners</title><script src="/dist/index.js"></script></head><body><script type="module" src="/scripts/peers/page.ts"></script></body></html>');
  try {
    await build({ root: ROOT, configFile: false, logLevel: 'error', plugins: livePlugins(), worker: { format: 'es', plugins: liveWorkerPlugins }, build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input: html } } });
    cpSync(path.join(folder, '.cache/runners.html'), path.join(folder, 'runners.html'));
  } finally {
    rmSync(html);
  }
}

async function makeHarness(folder) {
  const bundle = await rolldown({ input: path.join(ROOT, 'scripts/peers/harness.ts'), cwd: ROOT, platform: 'neutral', resolve: { mainFields: ['module', 'main'] }, treeshake: { moduleSideEffects: [{ test: /harness/, sideEffects: true }, { test: /./, sideEffects: false }] }, onLog: () => {} });
  await bundle.write({ file: path.join(folder, 'harness.js'), format: 'iife', minify: false });
  await bundle.close();
}
