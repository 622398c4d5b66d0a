/** Lighthouse, mobile preset, on one page of each kind and on the heaviest lessons; the middle of three runs. */
import { statSync } from 'node:fs';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { median, withBrowser } from './report.mjs';
import { partPages } from '../../e2e/site.ts';
import { DIST, withSite } from './site.mjs';

const CATEGORIES = { performance: 'performance', accessibility: 'accessibility', 'best-practices': 'best practices', seo: 'SEO' };
const RUNS = 3;
const PORT = 9333;

export function measure(say) {
  return withSite(async ({ url, pages, lessons }) => {
    const rows = [];
    for (const address of choose(pages, lessons)) {
      const { lowest, note } = await lighthouseOf(url + address, say);
      rows.push({ what: `/${address}, lowest of four`, value: lowest, unit: '', budget: 100, atLeast: true, note });
    }
    return rows;
  });
}

/** The middle of three runs: the lowest of the four scores, and all of them in words. */
export async function lighthouseOf(page, say) {
  const scores = await runs(page, say);
  const medians = Object.entries(CATEGORIES).map(([id, name]) => ({ name, score: median(scores.map((score) => score[id])) }));
  return { lowest: Math.min(...medians.map(({ score }) => score)), note: medians.map(({ name, score }) => `${name} ${score}`).join(', ') };
}

/** One page of every kind, and the two longest lessons. */
function choose(pages, lessons) {
  const kinds = new Map();
  for (const address of pages.filter((page) => !page.endsWith('.html'))) {
    const kind = lessons.includes(address) ? 'lesson' : partPages().includes(address) ? 'part' : address.replace(/(?<=\/).+/, '*');
    if (!kinds.has(kind)) kinds.set(kind, address);
  }
  const size = (address) => statSync(path.join(DIST, address, 'index.html')).size;
  const longest = [...lessons].sort((a, b) => size(b) - size(a)).slice(0, 2);
  return [...new Set([...kinds.values(), ...longest])];
}

async function runs(page, say) {
  const scores = [];
  // Now and then Lighthouse loses its page; such a run says nothing about the page.
  for (let attempt = 0; scores.length < RUNS && attempt < 2 * RUNS; attempt++) {
    const result = await withBrowser(
      () => lighthouse(page, { port: PORT, logLevel: 'silent', onlyCategories: Object.keys(CATEGORIES) }),
      [`--remote-debugging-port=${PORT}`],
    );
    if (result?.lhr.runtimeError !== undefined) continue;
    scores.push(Object.fromEntries(Object.keys(CATEGORIES).map((id) => [id, Math.round(100 * result.lhr.categories[id].score)])));
  }
  if (scores.length === 0) throw new Error(`Lighthouse could not measure ${page}.`);
  say(`  ${page}: ${JSON.stringify(scores)}`);
  return scores;
}
