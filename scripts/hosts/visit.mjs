/** A reader's visit in a real browser: a program runs, and the lab has what it needs or says that it has not. */

const PATIENCE = 90_000;

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} base     ends with a slash
 * @param {string} lesson   the address of a page with a program, below `base`
 * @param {boolean} isolates whether this host sends the headers for the lab
 * @returns {Promise<string[]>} what is not as it should be
 */
export async function visit(browser, base, lesson, isolates) {
  const problems = [];
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', (error) => problems.push(`an error in the page: ${error.message}`));
  page.on('response', (response) => response.status() >= 400 && problems.push(`${response.status()} for ${response.url()}`));
  try {
    await page.goto(base + lesson);
    const live = page.locator('live-program').first();
    await live.locator('[data-do=run]').first().click();
    await live.locator('[data-part=status]').filter({ hasText: /\d+ \w+, \d/ }).waitFor();
    if ((await live.locator('[data-part=output]').first().textContent()) === '') problems.push('a program: it printed nothing');

    await page.goto(`${base}lab/`);
    const isolated = await page.evaluate(() => crossOriginIsolated);
    if (isolated !== isolates) problems.push(`the lab in a browser: isolated ${isolated}, expected ${isolates}`);
    const measure = page.locator('#measure-lost-updates');
    if (isolates) {
      await measure.locator('[data-do=measure]').click();
      await measure.locator('[data-part=yours]').waitFor();
    } else {
      await measure.locator('[data-do=prepare]').waitFor();
    }
  } catch (error) {
    problems.push(`a visit: ${error.message.split('\n', 1)[0]}`);
  } finally {
    await page.close();
  }
  return problems;
}
