/**
 * Measures the course beside its peers from npm, in one Chromium: `npm run measure:peers [-- --only weight,lighthouse,output,runaway,verdicts,timers] [--write]`.
 * `--write` puts the tables into docs/benchmarks.md. The peers are fetched into `.cache` and are no dependencies of ours.
 *
 * `--exercises N` takes so many exercises for the verdicts (24), `--times N` repeats each answer so often in the peers' runners (200), `--ours N` in ours
 * (20); `--minutes N` stops after that with what there is. Wants a quiet machine: the load is told beside each table.
 */
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureNode, ROOT } from './lib/install.mjs';
import { putBetweenMarks } from './lib/marks.mjs';
import { fetchPeers, inWords } from './lib/peers.mjs';
import { describeMachine } from './measure/report.mjs';

await ensureNode();
const FILE = path.join(ROOT, 'docs/benchmarks.md');
const RUNNERS = { '@freecodecamp/curriculum-helpers': '9.0.1', '@exercism/javascript-browser-test-runner': '2.0.0' };

const { values } = parseArgs({
  options: { only: { type: 'string' }, write: { type: 'boolean', default: false }, exercises: { type: 'string', default: '24' }, times: { type: 'string', default: '200' }, ours: { type: 'string', default: '20' }, minutes: { type: 'string', default: '60' } },
});
const numbers = { exercises: Number(values.exercises), times: Number(values.times), ours: Number(values.ours), minutes: Number(values.minutes) };

// React and the like come with Sandpack; Astro in our own version.
const PAGES = { '@astrojs/starlight': '0.42.4', astro: '7.2.10', '@codesandbox/sandpack-react': '2.20.0', react: '19.2.0', 'react-dom': '19.2.0' };

const places = { pages: fetchPeers('peers-pages', PAGES), runners: fetchPeers('peers-runners', RUNNERS), say: console.log };
const { compareLighthouse, compareWeight } = await import('./peers/weight.mjs');
const { compareOutput, compareRunaway } = await import('./peers/speed.mjs');
const { compareVerdicts } = await import('./peers/verdicts.mjs');

/** Each is told in a table of its own. */
const PARTS = {
  weight: () => compareWeight(places),
  lighthouse: () => compareLighthouse(places),
  output: () => compareOutput(places),
  runaway: () => compareRunaway(places),
  verdicts: () => compareVerdicts({ ...places, ...numbers, clock: 'jumping' }),
  timers: () => compareVerdicts({ ...places, ...numbers, ours: 1, clock: 'real' }),
};

const asked = values.only?.split(',') ?? Object.keys(PARTS);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part '${unknown.join(`', '`)}'. There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

/** Settings other than the usual ones, as they were given. */
const settings = ['exercises', 'times', 'ours', 'minutes'].filter((name) => process.argv.includes(`--${name}`)).map((name) => ` --${name} ${values[name]}`).join('');
const machine = await describeMachine();
for (const name of asked) {
  console.log(`▸ ${name} …`);
  const started = Date.now();
  const text = await PARTS[name]();
  const load = os.loadavg().map((each) => each.toFixed(1));
  const seconds = Math.round((Date.now() - started) / 1000);
  const whole = `${text}\n\nMeasured ${new Date().toISOString().slice(0, 10)} by \`npm run measure:peers -- --only ${name}${settings}\` in ${seconds} s on ${machine}; load ${load[0]} at the end (${load[1]} over 5 minutes, ${os.cpus().length} cores). ${inWords({ ...PAGES, ...RUNNERS })}.`;
  console.log(`${whole}\n`);
  if (values.write) putBetweenMarks(FILE, `peers-${name}`, whole);
}
