/** How long a learner waits for the verdict on a right answer: every exercise's solution, checked in its own page. */
import { median, quantile, withBrowser } from './report.mjs';
import { withSite } from './site.mjs';

export function measure(say) {
  return withSite(async ({ url, lessons }) => {
    const verdicts = await withBrowser((browser) => judgeAll(browser, url, lessons));
    if (verdicts.length === 0) throw new Error('there is no exercise yet.');

    for (const { id, ms, passed } of verdicts) say(`  ${id}: ${Math.round(ms)} ms${passed ? '' : ' — NOT PASSED'}`);
    const times = verdicts.map(({ ms }) => ms);
    const slowest = verdicts.reduce((a, b) => (b.ms > a.ms ? b : a));
    const failed = verdicts.filter(({ passed }) => !passed);
    return [
      {
        what: 'verdict, 95 % of exercises',
        value: quantile(times, 0.95),
        unit: 'ms',
        budget: 1000,
        note: `${times.length} exercises, median ${Math.round(median(times))} ms`,
      },
      { what: 'verdict, slowest exercise', value: slowest.ms, unit: 'ms', budget: 3000, note: slowest.id },
      {
        what: 'solutions that did not pass in their own page',
        value: failed.length,
        unit: '',
        budget: 0,
        note: failed.map(({ id }) => id).join(', '),
      },
    ];
  });
}

async function judgeAll(browser, url, lessons) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  // The plain editor holds the same text and opens at once.
  await context.addInitScript(() => localStorage.setItem('happens-before:editor', 'plain'));
  const verdicts = [];
  for (const address of lessons) {
    const page = await context.newPage();
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto(url + address, { waitUntil: 'networkidle' });
    for (const exercise of await page.locator('live-exercise').all()) verdicts.push(await judge(exercise));
    await page.close();
  }
  return verdicts;
}

/** Puts the solution into the editor, presses Check and waits for the verdict. */
async function judge(exercise) {
  await exercise.locator('[data-part=solution] > summary').click();
  // The cover over it asks twice.
  await exercise.getByRole('button', { name: 'Show it whole', exact: true }).click();
  await exercise.getByRole('button', { name: 'Yes, show it whole' }).click();
  await exercise.locator('[data-do=take-solution]').click();
  await exercise.locator('textarea').first().waitFor();
  return exercise.evaluate(
    (element) =>
      new Promise((resolve, reject) => {
        const id = element.dataset.exercise;
        const verdict = element.querySelector('[data-part=verdict]');
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (verdict.hidden || verdict.dataset.verdict === undefined) return;
          observer.disconnect();
          resolve({ id, ms: performance.now() - start, passed: verdict.dataset.verdict === 'right' });
        });
        observer.observe(verdict, { attributes: true, childList: true });
        setTimeout(() => reject(new Error(`${id} has no verdict after 30 s.`)), 30_000);
        element.querySelector('[data-do=check]').click();
      }),
  );
}
