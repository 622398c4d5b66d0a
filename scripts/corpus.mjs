/**
 * Runs the corpus of real bugs in every order: `npm run corpus -- [--only TEXT] [--repeat N] [--write FILE]`.
 *
 * Prints for each kernel how often a native run shows the bug, how many orders it takes us to come to it, and how many there
 * are. `--only` takes the kernels whose name or sub-type contains the text. With `--repeat`, each exploration is run so often
 * and its findings compared: there is no luck in them, so they may not differ. Exits with 1 if something expected is not found,
 * or if two explorations of the same kernel differ. `--write` puts the table into a file; otherwise nothing is written.
 */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { ensureInstalled, ensureNode } from './lib/install.mjs';

await ensureInstalled(console.log);
await ensureNode();
const { readCorpus } = await import('../src/explore/corpus/testing/files.ts');
const { study } = await import('../src/explore/corpus/testing/study.ts');
const { table } = await import('../src/explore/corpus/testing/table.ts');

const { only, repeat, write } = readArguments();
const kernels = readCorpus().filter(({ name, subType }) => `${name} ${subType}`.includes(only));
if (kernels.length === 0) fail(`no kernel has "${only}" in its name or sub-type`);

// Once before anything is measured, so that the first kernel does not pay for the warming up.
study(kernels[0]);
const studies = [];
const complaints = [];
for (const kernel of kernels) {
  const first = study(kernel, () => performance.now());
  studies.push(first);
  if (first.missing.length > 0)
    complaints.push(
      `${kernel.name} does not show ${first.missing.join(' and ')}, but ${first.findings.map(({ what }) => what).join(' · ')}`,
    );
  if (!first.exploration.complete && kernel.limit === undefined)
    complaints.push(`${kernel.name} has more orders than were run, and states no limit`);
  const differing = countDiffering(kernel, JSON.stringify(findingsOf(first)));
  if (differing > 0) complaints.push(`${kernel.name}: ${differing} of ${repeat} explorations found something else than the first`);
}

const found = studies.filter(({ missing }) => missing.length === 0).length;
const whole = studies.filter(({ exploration }) => exploration.complete).length;
const summary = [
  `${found} of ${studies.length} kernels show everything that is expected of them, ${whole} of them in all their orders.`,
  ...(repeat > 1
    ? [`Each was explored ${repeat} times; ${complaints.some((line) => line.includes('explorations found')) ? 'not all' : 'all'} agree.`]
    : []),
].join(' ');
console.log(`${table(studies)}\n\n${summary}`);
for (const complaint of complaints) console.error(complaint);
if (write !== undefined) writeFileSync(write, page());
process.exitCode = complaints.length > 0 ? 1 : 0;

/** How many of the repetitions found something else than `first`. */
function countDiffering(kernel, first) {
  let differing = 0;
  for (let round = 1; round < repeat; round++) if (JSON.stringify(findingsOf(study(kernel))) !== first) differing++;
  return differing;
}

/** All that an exploration found, without how long it took. */
function findingsOf({ findings, exploration }) {
  return { findings, ...exploration, ms: 0 };
}

function page() {
  const cpus = os.cpus();
  return `# Real bugs

Kernels of concurrency bugs from large Go projects, written anew for the course in \`src/explore/corpus/\`. The list, the sub-types and
the native rates are those of GoBench's GoKer (Yuan, Li, Lu, Liu, Chen and Li, 2021); the wait reasons that each must show are those
for which Go's own tests of its leak profile look. *Native rate*: in how many of a hundred native runs the bug shows itself, where
that is known. *Orders*: orders of the program's steps that could matter, each run once. The same orders come in every exploration:
there is no luck in them.

${table(studies)}

${summary} Written by \`npm run corpus\`; measured on ${cpus.length} × ${cpus[0]?.model.trim()}, Node ${process.versions.node}.
`;
}

function readArguments() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' }, repeat: { type: 'string' }, write: { type: 'string' } } });
    const times = Number(values.repeat ?? 1);
    if (!Number.isInteger(times) || times < 1) throw new Error(`--repeat is a whole number from 1, not "${values.repeat}"`);
    return { only: values.only ?? '', repeat: times, write: values.write };
  } catch (error) {
    return fail(`${error.message}\nnpm run corpus -- [--only TEXT] [--repeat N] [--write FILE]`);
  }
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
