/** What a reader's browser fetches for a page before anything is touched, compressed, as a real Chromium counts it. */
import { kilobytes, median, withBrowser } from './report.mjs';
import { withSite } from './site.mjs';

const BUDGETS = { HTML: 30, CSS: 15, JavaScript: 15, fonts: 100 };
const KINDS = { Document: 'HTML', Stylesheet: 'CSS', Script: 'JavaScript', Font: 'fonts' };

export function measure() {
  return withSite(async ({ url, lessons }) => {
    if (lessons.length === 0) throw new Error('there is no lesson yet.');
    const weights = await withBrowser(async (browser) => {
      const all = [];
      for (const address of lessons) all.push({ address, ...(await weigh(browser, url, address)) });
      return all;
    });

    const rows = Object.entries(BUDGETS).map(([kind, budget]) => {
      const worst = weights.reduce((a, b) => (b[kind] > a[kind] ? b : a));
      const usual = kilobytes(median(weights.map((weight) => weight[kind])));
      return {
        what: `${kind}, heaviest lesson`,
        value: kilobytes(worst[kind]),
        unit: 'kB',
        budget,
        note: `${worst.address}, median ${usual.toFixed(1)} kB`,
      };
    });
    const foreign = weights.reduce((sum, weight) => sum + weight.foreign, 0);
    return [...rows, { what: 'requests to third parties, all lessons', value: foreign, unit: '', budget: 0 }];
  });
}

async function weigh(browser, site, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  const sums = { HTML: 0, CSS: 0, JavaScript: 0, fonts: 0, foreign: 0 };
  const kinds = new Map();
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, KINDS[type]);
    if (/^https?:/.test(response.url) && !response.url.startsWith(new URL(site).origin)) sums.foreign += 1;
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) !== undefined) sums[kinds.get(requestId)] += encodedDataLength;
  });
  await client.send('Network.enable');
  await page.goto(site + address, { waitUntil: 'networkidle' });
  await context.close();
  return sums;
}
