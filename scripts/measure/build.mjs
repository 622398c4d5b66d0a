/** How long the whole site takes to build from nothing. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/install.mjs';
import { runQuietly } from '../lib/run.mjs';
import { sitePages } from '../../e2e/site.ts';

export async function measure() {
  for (const kept of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite', '.cache/build-stamp']) {
    rmSync(path.join(ROOT, kept), { recursive: true, force: true });
  }
  const { status, seconds, output } = await runQuietly(process.execPath, ['scripts/build.mjs'], { cwd: ROOT });
  if (status !== 0) throw new Error(`the build failed: ${output.trim().split('\n').at(-1)}`);
  return [{ what: 'site build, nothing kept from before', value: seconds, unit: 's', budget: 120, note: `${sitePages().length} pages` }];
}
