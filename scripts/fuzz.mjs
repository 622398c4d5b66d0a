/**
 * Compares fresh random programs: `npm run fuzz -- [--seed N] [--programs N] [--only FAMILY]`.
 *
 * Two searches, one fast and one slow and obvious, must find the same outcomes of the same program; and a program must
 * print the same before and after lowering. `npm test` does this with fixed seeds. Here they are new each time: they start
 * from `--seed`, or from the clock. Exits with 1 if anything differs, and says how to see it again.
 */
import { parseArgs } from 'node:util';
import { ensureInstalled, ensureNode } from './lib/install.mjs';

await ensureInstalled(console.log);
await ensureNode();
const { compareSearches, FAMILIES } = await import('../src/explore/testing/families.ts');
const { runJavaScript, runLowered } = await import('../src/compile/testing/compare.ts');
const { randomProgram } = await import('../src/compile/testing/random-program.ts');
const { randomClosures } = await import('../src/compile/testing/random-closures.ts');

const LOWERING = { lowering: randomProgram, closures: randomClosures };
const names = [...FAMILIES.map(([families]) => families.join('+')), ...Object.keys(LOWERING)];
const { seed, programs, only } = readArguments();
console.log(`seed ${seed}, ${programs} programs of each family`);

let mismatches = 0;
for (const name of only === undefined ? names : [only]) {
  const started = performance.now();
  let compared = 0;
  const wrong = [];
  for (let offset = 0; offset < programs; offset++) {
    const result = name in LOWERING ? await compareLowering(name, seed + offset) : compareOrders(name.split('+'), seed + offset);
    if (result === undefined) continue;
    compared++;
    if (result !== '') wrong.push({ seed: seed + offset, what: result });
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${wrong.length === 0 ? '✓' : '✗'} ${name.padEnd(24)} ${compared} compared, ${programs - compared} left out, ${wrong.length} differ (${seconds} s)`,
  );
  for (const each of wrong) console.log(`\n${each.what}\nAgain:  npm run fuzz -- --only ${name} --seed ${each.seed} --programs 1\n`);
  mismatches += wrong.length;
}
console.log(
  mismatches === 0
    ? 'Nothing differs.'
    : `${mismatches} ${mismatches === 1 ? 'program differs' : 'programs differ'}. Pin their seeds in the fuzz tests once they are understood.`,
);
process.exitCode = mismatches === 0 ? 0 : 1;

/** What differs, in words; `''` if nothing does; undefined if the slow search would take too long. */
function compareOrders(families, number) {
  const { text, compared, missed, invented, runs } = compareSearches(families, number);
  if (!compared) return undefined;
  if (missed.length === 0 && invented.length === 0 && runs.fast <= runs.slow) return '';
  const lines = (title, outcomes) => (outcomes.length === 0 ? [] : [title, ...outcomes.map((outcome) => `  ${outcome}`)]);
  return [
    `seed ${number} of ${families.join('+')}: ${text}`,
    `${runs.fast} orders instead of ${runs.slow}`,
    ...lines('The fast search misses', missed),
    ...lines('Only the fast search finds', invented),
  ].join('\n');
}

async function compareLowering(name, number) {
  const text = LOWERING[name](number);
  const before = await runJavaScript(text);
  // A random program may declare a name twice, say.
  if (before[0] === 'uncaught SyntaxError') return undefined;
  const runs = await runLowered(text).catch((error) => [[`refused: ${error.message}`]]);
  for (const [run, after] of runs.entries()) {
    const at = before.findIndex((line, index) => line !== after[index]);
    if (at < 0 && before.length === after.length) continue;
    const line = at < 0 ? before.length : at;
    return `seed ${number} of ${name}: line ${line + 1} of the output of run ${run + 1}\n  before: ${before[line] ?? '(no such line)'}\n  after:  ${after[line] ?? '(no such line)'}\n${text}`;
  }
  return '';
}

function readArguments() {
  try {
    const { values } = parseArgs({ options: { seed: { type: 'string' }, programs: { type: 'string' }, only: { type: 'string' } } });
    const whole = (name, otherwise) => {
      const number = Number(values[name] ?? otherwise);
      if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} is a whole number, not "${values[name]}"`);
      return number;
    };
    if (values.only !== undefined && !names.includes(values.only))
      throw new Error(`there is no family "${values.only}". There are: ${names.join(', ')}`);
    return { seed: whole('seed', Date.now() % 1_000_000_000), programs: whole('programs', 100), only: values.only };
  } catch (error) {
    console.error(`${error.message}\nnpm run fuzz -- [--seed N] [--programs N] [--only FAMILY]`);
    process.exit(2);
  }
}
