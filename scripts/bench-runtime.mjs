/**
 * Measures the package against others of its kind, all in one run: `npm run bench:runtime`. `--write` puts the table into
 * docs/benchmarks.md, `--only PART` takes the rows whose names contain it. The others are fetched into `.cache/peers` and are no dependencies of ours.
 *
 * Times are of the processor, all threads of the process together, so that a busy machine tells less of a lie.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { ROWS } from './bench/rows.mjs';
import { putBetweenMarks } from './lib/marks.mjs';
import { fetchPeers, inWords } from './lib/peers.mjs';

const ROOT = path.join(import.meta.dirname, '..');
const OURS = path.join(ROOT, 'dist-package');
const FILE = path.join(ROOT, 'docs/benchmarks.md');
const VERSIONS = {
  '@lesomnus/channel': '0.0.1', '@thi.ng/csp': '3.2.44', 'async-mutex': '0.5.0', effect: '4.1.0', fastq: '1.20.3', 'js-csp': '1.0.1', 'p-limit': '7.3.3', 'p-queue': '9.3.5', 'ts-chan': '0.6.0',
};

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
const PEERS = fetchPeers('peers', VERSIONS);
if (!existsSync(OURS)) execFileSync(process.execPath, [path.join(ROOT, 'scripts/package.mjs')], { stdio: 'inherit' });

const results = Object.keys(ROWS).filter((row) => row.includes(only)).map((row) => ({ row, what: ROWS[row].what, rates: measure(row) }));
const table = results.flatMap(({ row, what, rates }) => {
  const best = Math.max(...Object.entries(rates).filter(([name]) => name !== 'happens-before').map(([, rate]) => rate));
  return Object.entries(rates).sort(([, a], [, b]) => b - a).map(([name, rate], i) => `| ${i === 0 ? row : ''} | ${name} | ${million(rate)} | ${name === 'happens-before' ? `${(rate / best).toFixed(2)} × the best other` : ''} | ${i === 0 ? what : ''} |`);
});
const text = [
  '| row | package | million operations a second | | what |', '| --- | --- | ---: | --- | --- |', ...table, '',
  `Versions: ${inWords(VERSIONS)}. The middle of nine rounds, time of the processor.`, '',
  `Measured ${new Date().toISOString().slice(0, 10)} on ${cpus().length} × ${cpus()[0].model}, Node ${process.versions.node}.`,
].join('\n');
console.log(text);
if (process.argv.includes('--write')) {
  putBetweenMarks(FILE, 'runtime', text);
  const sizes = JSON.parse(readFileSync(path.join(OURS, 'sizes.json'), 'utf8'));
  putBetweenMarks(FILE, 'sizes', ['| import | minified | compressed |', '| --- | ---: | ---: |', ...sizes.map(({ what, minified, brotli }) => `| ${what} | ${kb(minified)} | ${kb(brotli)} |`)].join('\n'));
}
process.exitCode = results.every(({ rates }) => Object.values(rates).every((rate) => rate <= rates['happens-before'])) ? 0 : 1;

function measure(row) {
  const args = ['--experimental-import-meta-resolve', path.join(ROOT, 'scripts/bench/one-row.mjs'), row, OURS, PEERS];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

function kb(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function million(rate) {
  return (rate / 1e6).toFixed(2);
}
