/** What a reader fetches before touching anything, page beside page; and what the first Run fetches after that. */
import { kilobytes, number, withBrowser } from '../measure/report.mjs';
import { withSite } from '../measure/site.mjs';
import { serve } from '../lib/static-server.mjs';
import { lighthouseOf } from '../measure/lighthouse.mjs';
import { answerPackages } from './packager.mjs';
import { buildStarlight, withSandpack } from './sites.mjs';
import { withRunners } from './served.mjs';

const KINDS = { 'text/html': 'HTML', 'text/css': 'CSS', 'text/javascript': 'JavaScript', 'font/woff2': 'fonts', 'font/woff': 'fonts' };
const LESSON = 'foundations/adder-many-threads/';
const QUIET_MS = 3_000;
const BUDGETS = { HTML: 30, CSS: 15, JavaScript: 15, fonts: 100 };

/** @param {{ pages: string, runners: string, say: (line: string) => void }} options `pages`, `runners`: where the peers are installed */
export async function compareWeight({ pages, runners, say }) {
  const rows = await withBrowser(async (browser) => [
    ...(await withPages(pages, async (page) => {
      say(`  ${page.name}`);
      return pageRow(browser, page);
    })),
    ...(await withRunners(runners, async (url) => [await runnerRow(browser, url, 'freeCodeCamp'), await runnerRow(browser, url, 'exercism')], counted)),
  ]);
  return ['| page | HTML | CSS | JavaScript | fonts | other | requests to third parties | the first Run fetches |', '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |', ...rows].join('\n');
}

/** @param {{ pages: string, say: (line: string) => void }} options */
export async function compareLighthouse({ pages, say }) {
  const rows = await withPages(pages, async ({ name, url, isOurs }) => {
    const { lowest, note } = await lighthouseOf(url, say);
    return `| ${name} | ${lowest} | ${isOurs ? (lowest >= 100 ? '≥ 100, met' : '≥ 100, **missed**') : '–'} | ${note} |`;
  });
  return ['| page | lowest of four | budget | |', '| --- | ---: | --- | --- |', ...rows].join('\n');
}

/** Those that have a page, one after the other: our lesson, a stock page of Starlight, and Sandpack. */
async function withPages(packages, use) {
  const starlight = await serve({ folder: buildStarlight(packages), port: 0, ...counted });
  const results = [];
  try {
    await withSite(async ({ url }) => results.push(await use({ name: `**ours**, the lesson /${LESSON}`, url: url + LESSON, act: pressRun, isOurs: true })), counted);
    results.push(await use({ name: 'Starlight, stock page', url: `${starlight.url}guides/example/` }));
    await withSandpack(packages, async (url) => results.push(await use({ name: 'Sandpack: editor, preview, console', url, act: runSandpack })), counted);
  } finally {
    await starlight.close();
  }
  return results;
}

async function pageRow(browser, { name, url, act, isOurs = false }) {
  const { before, after } = await weigh(browser, url, act);
  const cells = Object.entries(BUDGETS).map(([kind, budget]) => `${number(kilobytes(before[kind]))} kB${isOurs ? ` (${kilobytes(before[kind]) <= budget ? '≤' : '**over**'} ${budget})` : ''}`);
  return `| ${name} | ${cells.join(' | ')} | ${number(kilobytes(before.other))} kB | ${before.foreign} | ${act === undefined ? 'nothing to run' : inAll(after)} |`;
}

/** A runner without a page: only what it fetches for its first run is to be had from npm. */
async function runnerRow(browser, url, runner) {
  const { after } = await weigh(browser, url, async (page) => page.waitForFunction(() => globalThis.firstOutput !== undefined).then(() => page.evaluate((name) => globalThis.firstOutput(name), runner)));
  return `| ${runner === 'exercism' ? 'Exercism’s' : 'freeCodeCamp’s'} runner | – | – | – | – | – | – | ${inAll(after)} |`;
}

const inAll = ({ HTML, CSS, JavaScript, fonts, other, foreign }) => `${number(kilobytes(HTML + CSS + JavaScript + fonts + other))} kB${foreign > 0 ? `, and ${foreign} requests to third parties` : ''}`;

const pressRun = async (page) => {
  await page.locator('live-program [data-do=run]').first().click();
  await page.locator('live-program [data-part=output]').first().filter({ hasText: /./ }).waitFor();
};

const runSandpack = async (page) => {
  await page.waitForFunction(() => window.sandpack !== undefined);
  await page.evaluate(() => { window.sandpack.run(); });
  await page.waitForFunction(() => window.sandpack.printed.length > 0);
};

/** Where the servers' counts go. What frames and workers fetch counts as well, which a session of one page does not see. */
let sums;
let lastSent = 0;
const counted = {
  onSent: (type, bytes) => {
    lastSent = Date.now();
    if (sums !== undefined) sums[KINDS[type.split(';')[0]] ?? 'other'] += bytes;
  },
};

/**
 * Compressed bytes by kind, before `act` and during it. Without our service worker, which goes on to keep the whole course for reading without a
 * network: a reader waits for none of that.
 */
async function weigh(browser, url, act) {
  const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
  const page = await context.newPage();
  await answerPackages(page);
  context.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !['127.0.0.1', 'localhost'].includes(new URL(request.url()).hostname)) sums.foreign += 1;
  });
  const before = (sums = empty());
  await page.goto(url, { waitUntil: 'load' });
  await quiet();
  const after = (sums = empty());
  if (act !== undefined) {
    await act(page);
    await quiet();
  }
  await context.close();
  sums = undefined;
  return { before, after };
}

/** Until the servers have had nothing to send for a while. What a browser counts as idle is over sooner on a busy machine; and Sandpack goes on asking for what it cannot reach. */
async function quiet() {
  lastSent = Date.now();
  while (Date.now() - lastSent < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, 100));
}

const empty = () => ({ HTML: 0, CSS: 0, JavaScript: 0, fonts: 0, other: 0, foreign: 0 });
