/** Turns measurements into tables. */
import os from 'node:os';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../lib/browser.mjs';

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {number} value
 * @property {string} unit
 * @property {number} [budget] the most (or, with `atLeast`, the least) that we allow ourselves; left out: only observed
 * @property {boolean} [atLeast]
 * @property {string} [note]
 */

/** @param {Row[]} rows */
export function table(rows) {
  const lines = rows.map(({ what, value, unit, budget, atLeast = false, note = '' }) => {
    const goal = budget === undefined ? '–' : `${atLeast ? '≥' : '≤'} ${number(budget)} ${unit}`;
    const met = budget === undefined ? '–' : (atLeast ? value >= budget : value <= budget) ? 'yes' : '**no**';
    return `| ${what} | ${number(value)} ${unit} | ${goal} | ${met} | ${note} |`;
  });
  return ['| what | measured | budget | met | |', '| --- | ---: | ---: | --- | --- |', ...lines, ''].join('\n');
}

export function number(value) {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: 0 });
}

export const kilobytes = (bytes) => bytes / 1000;

export const median = (values) => quantile(values, 0.5);

/** The smallest measured value that at least this share of all values does not exceed. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/**
 * What `once` gives, `rounds` times, one after the other.
 *
 * @template T
 * @param {number} rounds
 * @param {(round: number) => Promise<T>} once
 * @returns {Promise<T[]>}
 */
export async function inTurn(rounds, once) {
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await once(round));
  return all;
}

/** @param {string[]} flags */
function launch(flags) {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('there is no Chromium; npm test fetches one.');
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...flags] });
}

/**
 * A browser for as long as `use` takes. One that a failed measurement left open would keep the process alive.
 *
 * @template T
 * @param {(browser: import('playwright').Browser) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withBrowser(use, flags = []) {
  const browser = await launch(flags);
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

export async function describeMachine() {
  const cpus = os.cpus();
  const version = await withBrowser(async (browser) => browser.version());
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${cpus.length} × ${cpus[0].model.trim()}, ${memory} GB, ${os.type()} ${os.arch()}, Node ${process.versions.node}, Chromium ${version}`;
}
