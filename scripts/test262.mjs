/**
 * Runs tc39/test262 through our compiler and the model: `npm run test262 -- --suite DIR [--only PATH] [--mode preemptive] [--write]`.
 *
 * The suite is not in this repository, and no package of npm carries it under a licence that says so. To get a copy, in any folder:
 *
 *   git clone --depth 1 https://github.com/tc39/test262
 *
 * `--only language/statements/for-await-of` runs one folder or one file, and prints what fails. `--write` rewrites the tables of
 * docs/conformance.md, and is for whole runs. Exits with 1 if anything fails that has no class in tests/test262/classes.ts.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, ensureNode, ROOT } from './lib/install.mjs';
import { putBetweenMarks } from './lib/marks.mjs';

const usage = 'npm run test262 -- --suite DIR [--only PATH] [--mode preemptive] [--write]';
const { suite, only, mode, write } = readArguments();

await ensureInstalled(console.log);
await ensureNode();
const { FOLDERS, listFiles, runSuite } = await import('../tests/test262/suite.ts');
const { report } = await import('../tests/test262/report.ts');

// A test may leave a promise of the host behind that nobody hears of.
process.on('unhandledRejection', () => {});

const files = listFiles(suite, only === undefined ? FOLDERS : [only]);
if (files.length === 0) fail(`there is no test in ${only ?? FOLDERS.join(', ')}`);
console.log(`${files.length} files …`);
const results = [];
for await (const result of runSuite(suite, files, mode)) {
  results.push(result);
  if (result.outcome !== undefined && result.outcome.kind !== 'passed' && (only !== undefined || result.reason === undefined))
    console.log(`${result.reason === undefined ? '✗' : '–'} ${result.file}\n    ${result.reason?.name ?? result.outcome.kind}: ${result.outcome.message}`);
}

const text = report(results, commitOf(suite), new Date().toISOString().slice(0, 10), process.versions.node);
if (write) {
  putBetweenMarks(path.join(ROOT, 'docs/conformance.md'), 'test262', `\n${text}`);
}
console.log(`\n${text}`);
process.exitCode = results.some(({ outcome, reason }) => outcome !== undefined && outcome.kind !== 'passed' && reason === undefined) ? 1 : 0;

function readArguments() {
  try {
    const { values } = parseArgs({ options: { suite: { type: 'string' }, only: { type: 'string' }, mode: { type: 'string', default: 'cooperative' }, write: { type: 'boolean' } } });
    if (values.suite === undefined) fail('say where the suite is. To get a copy: git clone --depth 1 https://github.com/tc39/test262');
    if (!existsSync(path.join(values.suite, 'harness/assert.js'))) fail(`${values.suite} does not hold test262: there is no harness/assert.js in it`);
    if (!['cooperative', 'preemptive'].includes(values.mode)) fail(`--mode is cooperative or preemptive, not "${values.mode}"`);
    return values;
  } catch (error) {
    return fail(error.message);
  }
}

/** Which version of the suite: of a clone, what git says; of a copy, what a file `COMMIT` in it says. */
function commitOf(directory) {
  const note = path.join(directory, 'COMMIT');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  try {
    return execFileSync('git', ['-C', directory, 'rev-parse', '--short=10', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
}

function fail(message) {
  console.error(`${message}\n${usage}`);
  process.exit(2);
}
