/**
 * Measures what docs/benchmarks.md promises and rewrites its tables: `npm run measure`. Takes some minutes, wants a quiet
 * machine, and is never part of the tests: a number says how fast this machine is, not whether the code is right.
 *
 * `npm run measure -- pages engine` measures only these and leaves the other tables as they are.
 */
import path from 'node:path';
import { ROOT } from './lib/install.mjs';
import { putBetweenMarks } from './lib/marks.mjs';
import { describeMachine, table } from './measure/report.mjs';

const ALL = ['build', 'pages', 'lighthouse', 'run', 'bundle', 'engine', 'exercises'];
const FILE = path.join(ROOT, 'docs/benchmarks.md');

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ALL.includes(name));
if (unknown.length > 0) {
  console.error(`There is no measurement '${unknown.join(`', '`)}'. There are: ${ALL.join(', ')}.`);
  process.exit(2);
}

const machine = await describeMachine();
for (const name of asked.length > 0 ? asked : ALL) {
  console.log(`▸ ${name} …`);
  const { measure } = await import(`./measure/${name}.mjs`);
  const started = Date.now();
  const text = await measure(console.log).then(
    (rows) => table(rows),
    // What could not be measured is said where its number would be.
    (error) => `Not measured: ${error.message.split('\n')[0]}\n`,
  );
  console.log(`${text}(${Math.round((Date.now() - started) / 1000)} s)\n`);
  putBetweenMarks(FILE, name, `${text}\nMeasured ${new Date().toISOString().slice(0, 10)} on ${machine}.`);
}
