/** How long a reader waits between pressing Run and the first line of output, in a real page. */
import { median, withBrowser } from './report.mjs';
import { withSite } from './site.mjs';

const ROUNDS = 7;

export function measure(say) {
  return withSite(async ({ url, lessons }) => {
    const { address, cold, warm } = await withBrowser((browser) => time(browser, url, lessons));
    say(`  cold ${cold.map(Math.round)}, warm ${warm.map(Math.round)}`);
    const note = `first program of /${address}, middle of ${ROUNDS}`;
    return [
      { what: 'Run → first output, cold', value: median(cold), unit: 'ms', budget: 150, note },
      { what: 'Run → first output, warm', value: median(warm), unit: 'ms', budget: 30, note },
    ];
  });
}

async function time(browser, url, lessons) {
  const address = await firstRunnable(browser, url, lessons);
  const cold = [];
  const warm = [];
  for (let round = 0; round < ROUNDS; round++) {
    // A new context has neither cache nor sandbox.
    const page = await open(browser, url + address);
    cold.push(await pressRun(page));
    warm.push(await pressRun(page));
    await page.context().close();
  }
  return { address, cold, warm };
}

async function firstRunnable(browser, url, lessons) {
  for (const address of lessons) {
    const page = await open(browser, url + address);
    const count = await page.locator('live-program [data-do=run]').count();
    await page.context().close();
    if (count > 0) return address;
  }
  throw new Error('no lesson has a program to run.');
}

async function open(browser, address) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  return page;
}

/** Milliseconds until the output is written, measured in the page itself. */
async function pressRun(page) {
  // While a program runs, its button stops it.
  await page.locator('live-program [data-do=run]').first().filter({ hasText: /^Run$/ }).waitFor();
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const program = document.querySelector('live-program');
        const output = program.querySelector('[data-part=output]');
        // Chromium does not count it as a change when the same text is written again.
        output.textContent = '';
        const start = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(performance.now() - start);
        });
        observer.observe(output, { childList: true, characterData: true });
        setTimeout(() => reject(new Error('Run gave no output within 10 s.')), 10_000);
        program.querySelector('[data-do=run]').click();
      }),
  );
}
