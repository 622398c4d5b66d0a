/**
 * Runs every test there is: `npm test`. With `--quick` (`npm run quick`) only what needs neither a browser nor a build,
 * and of the unit tests only those that take no time worth speaking of.
 *
 * Starts on a bare checkout under any Node from 20 on. The last line is `N passed, N failed`: tests of Vitest and
 * Playwright together, and each other check that fails counts as one failure.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { needChromium } from './lib/browser.mjs';
import { ensureInstalled, ensureNode, ROOT } from './lib/install.mjs';
import { readPlaywright, readVitest } from './lib/results.mjs';
import { runQuietly, runVisibly } from './lib/run.mjs';

const QUICK = process.argv.includes('--quick');
// A check's output goes through a pipe, which would take its colours.
const COLOURS = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
const RESULTS = path.join(ROOT, '.cache/results');
/** What goes through every program of the course, thousands of random ones, or another toolchain: nine tenths of the time. */
const SLOW = [
  'src/explore/fuzz.test.ts',
  'src/compile/fuzz.test.ts',
  'src/cli/grade/grade.test.ts',
  'src/sandbox/batch.test.ts',
  'tests/determinism.test.ts',
  'tests/exercises.test.ts',
  'tests/original.test.ts',
  'tests/original-go.test.ts',
  'tests/linearizable.test.ts',
  'tests/take-home.test.ts',
  'tests/package.test.ts',
];

/** @typedef {{ name: string, ok: boolean, seconds: number, passed: number, failed: number, note?: string }} Result */
/** @type {Result[]} */
const results = [];

try {
  await ensureInstalled(console.log);
  await ensureNode();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const tool = (name) => path.join(ROOT, 'node_modules', name);
const began = Date.now();
rmSync(RESULTS, { recursive: true, force: true });

await Promise.all([
  check('lock file and licences', ['scripts/check-packages.mjs']),
  check('rules and their tests', ['scripts/rules.mjs']),
  check('docstrings', ['scripts/reference.mjs']),
  check('lint and arrows', [tool('eslint/bin/eslint.js'), '.', '--max-warnings=0']),
  // Not tsc: it does not know `.astro` files, nor the types that Astro writes for the content.
  check('types', [tool('astro/bin/astro.mjs'), 'check', '--minimumSeverity', 'error']),
]);
if (QUICK) {
  await vitest('unit', { TESTS_LEFT_OUT: SLOW.join(',') });
  console.log(`Left out, for \`npm test\`: ${SLOW.join(', ')}, and all that needs a browser.`);
} else {
  const chromium = findBrowser();
  // Two runs, so that a module that cannot be built for the browser does not take the unit tests with it.
  await vitest('unit');
  // Side by side: each alone leaves half of a small machine idle.
  const build = check('site build', ['scripts/build.mjs', '--if-changed']);
  if (chromium) await vitest('browser');
  else skip('browser tests', 'there is no browser');
  const built = await build;
  if (built && chromium) await playwright();
  else skip('tests of the site', built ? 'there is no browser' : 'the site was not built');
}

summarize();

/** A check has no tests to count: it holds, or it is one failure. Its output is shown in the second case. */
async function check(name, args) {
  console.log(`▸ ${name} …`);
  const { status, output, seconds } = await runQuietly(process.execPath, args, { cwd: ROOT, env: COLOURS });
  if (status !== 0) console.log(`\n${output.trimEnd()}\n`);
  const ok = status === 0;
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  results.push({ name, ok, seconds, passed: 0, failed: ok ? 0 : 1 });
  return ok;
}

async function vitest(project, env = {}) {
  const file = path.join(RESULTS, `vitest-${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  await suite(`${project} tests`, [tool('vitest/vitest.mjs'), 'run', '--project', project, ...reporters], () => readVitest(file), env);
}

async function playwright() {
  const file = path.join(RESULTS, 'playwright.json');
  await suite('tests of the site', [tool('@playwright/test/cli.js'), 'test'], () => readPlaywright(file), {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
}

/** Runs tests in sight and counts them from the report that they leave. */
async function suite(name, args, read, env = {}) {
  console.log(`▸ ${name} …`);
  const { status, seconds } = await runVisibly(process.execPath, args, { cwd: ROOT, env });
  const { passed, failed } = read();
  // A run can end badly without a failed test: it could not start, or an error lay outside every test.
  const counted = status !== 0 && failed === 0 ? 1 : failed;
  results.push({ name, ok: status === 0 && failed === 0, seconds, passed, failed: counted });
}

function findBrowser() {
  try {
    const chromium = needChromium(console.log);
    console.log(`  Chromium: ${chromium}`);
    return chromium;
  } catch (error) {
    console.log(`\n${error.message}\n`);
    results.push({ name: 'a browser to test in', ok: false, seconds: 0, passed: 0, failed: 1 });
    return undefined;
  }
}

function skip(name, note) {
  results.push({ name, ok: false, seconds: 0, passed: 0, failed: 0, note });
}

function summarize() {
  console.log('\n──────── Summary');
  for (const { name, ok, seconds, passed, failed, note } of results) {
    const count = passed + failed === 0 || (passed === 0 && failed === 1) ? '' : `${passed} passed, ${failed} failed`;
    console.log(`${ok ? '✓' : '✗'} ${name.padEnd(26)} ${note ? `left out: ${note}` : `${seconds.toFixed(1).padStart(6)} s  ${count}`}`);
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const everything = results.every(({ ok }) => ok);
  console.log(`${everything ? 'Everything holds' : 'Something failed'}, after ${Math.round((Date.now() - began) / 1000)} s.`);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = everything ? 0 : 1;
}
