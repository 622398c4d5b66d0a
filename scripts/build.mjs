/** Builds the site into dist/, with its search index. `--if-changed` leaves a build alone whose sources are the same. */
import path from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { hashInputs, isBuilt, markBuilt } from './lib/inputs.mjs';
import { ROOT } from './lib/install.mjs';
import { runVisibly } from './lib/run.mjs';

const tool = (name) => path.join(ROOT, 'node_modules', name);

if (process.argv.includes('--if-changed') && isBuilt(ROOT)) {
  console.log('The site is built already and nothing has changed.');
} else {
  const hash = hashInputs(ROOT);
  await step([tool('astro/bin/astro.mjs'), 'build']);
  if (!existsSync(path.join(ROOT, 'dist/pagefind'))) await step([tool('pagefind/lib/runner/bin.cjs'), '--site', 'dist', '--silent', ...language()]);
  markBuilt(ROOT, hash);
}

/** The index goes by the language of the lessons, which need not be that of the interface. vite/edition.ts says which. */
function language() {
  const file = path.join(ROOT, '.cache/search-language');
  return existsSync(file) ? ['--force-language', readFileSync(file, 'utf8')] : [];
}

async function step(args) {
  const { status } = await runVisibly(process.execPath, args, { cwd: ROOT, env: { ASTRO_TELEMETRY_DISABLED: '1' } });
  if (status !== 0) process.exit(status);
}
