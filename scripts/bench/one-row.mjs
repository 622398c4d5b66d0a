/** Measures one row in a process of its own: all its contenders in turn, round after round. Prints JSON: contender → operations a second, the middle of all rounds. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROWS } from './rows.mjs';

const [row, ours, peers] = process.argv.slice(2);
const ROUNDS = 9;
/** Until everything is compiled as well as it gets, also on a busy machine. */
const WARM_UP = 10;
const ROUND_US = 100_000;

const require = createRequire(path.join(peers, 'package.json'));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href).catch(() => require(name));
const SOURCES = {
  ours: () => import(pathToFileURL(path.join(ours, 'go.js')).href),
  thing: () => fromPeers('@thi.ng/csp'),
  tsChan: () => load('ts-chan'),
  jsCsp: async () => { const csp = await load('js-csp'); return csp.chan === undefined ? csp.default : csp; },
  lesomnus: () => load('@lesomnus/channel'),
  effect: async () => ({ ...(await fromPeers('effect')) }),
  asyncMutex: () => load('async-mutex'),
  pLimit: () => fromPeers('p-limit'),
  pQueue: () => fromPeers('p-queue'),
  fastq: async () => { const fastq = await load('fastq'); return { default: fastq.default ?? fastq }; },
};

/** What has no entry for `require` is found by the resolution of modules, from the folder of the peers. */
async function fromPeers(name) {
  return import(import.meta.resolve(name, pathToFileURL(path.join(peers, 'package.json'))));
}

const { what: _what, n: fixed, ...contenders } = ROWS[row];
/** Loads what a contender takes apart in its parameter. */
const given = {};
for (const contender of Object.values(contenders)) {
  const [, source] = /\(\{ (\w+)/.exec(contender.toString());
  given[source] ??= await SOURCES[source]();
}

/** Processor time of doing it `n` times, in microseconds. */
async function time(contender, n) {
  const before = process.cpuUsage();
  await contender(given, n);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const all = Object.entries(contenders).map(([name, contender]) => ({ name, contender, n: fixed ?? 2_000, rates: [] }));
for (let round = 0; round < WARM_UP + ROUNDS; round++) {
  for (const one of all) {
    const spent = await time(one.contender, one.n);
    // The first rounds find out how often takes about as long as the others.
    if (round < WARM_UP) one.n = fixed ?? Math.round(Math.min(200_000, Math.max(2_000, (one.n / spent) * ROUND_US)));
    else one.rates.push((one.n / spent) * 1e6);
  }
}
console.log(JSON.stringify(Object.fromEntries(all.map(({ name, rates }) => [name, rates.sort((a, b) => a - b)[rates.length >> 1]]))));
process.exit(0);
