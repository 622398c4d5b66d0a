/** What a telephone shows: nothing is cut off, and what was printed stays in its lines. */
import type { Page } from '@playwright/test';
import { does, partOf } from './lesson.ts';
import { sitePages } from './site.ts';
import { expect, test } from './test.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, contextOptions: { reducedMotion: 'reduce' } });

test('no page is wider than the screen', async ({ page }) => {
  // Against hanging only: it goes through the whole site.
  test.setTimeout(600_000);
  for (const address of sitePages()) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `/${address}`).toBeLessThanOrEqual(360);
  }
});

test('in the list of orders an output is as wide as the list, and a failure has a line of its own', async ({ page }) => {
  await page.goto('goroutines/starting-a-goroutine/');
  const live = page.locator('live-program').first();
  await does(live, 'explore').tap();
  const rows = partOf(live, 'orders').locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  const list = page.locator('live-program .live-orders:has(td.is-wrong)').first();
  const widthOf = async (what: string): Promise<number> => (await list.locator(what).first().boundingBox())!.width;
  expect(await widthOf('pre')).toBeGreaterThan((await widthOf('table')) - 24);
  expect(await linesOf(page, '.live-orders td.is-wrong')).toEqual([1, 1, 1]);
  // All columns below their heads, wherever there was a failure or none.
  const starts = await list.locator('[data-do=show]').evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().left));
  expect(new Set(starts).size).toBe(1);
});

test('the caption of a run’s table can be read however far the table is scrolled', async ({ page }) => {
  await page.goto('goroutines/select/');
  const table = page.locator('.view-table').first();
  await table.locator('summary').tap();
  const box = table.locator('.scroll');
  const caption = box.locator('caption');
  for (const far of [0, 120]) {
    await box.evaluate((element, left) => element.scrollTo({ left }), far);
    expect(await box.evaluate((element) => element.scrollLeft)).toBe(far);
    const [outer, inner] = [(await box.boundingBox())!, (await caption.boundingBox())!];
    expect(inner.x).toBeGreaterThanOrEqual(outer.x - 1);
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + 1);
  }
});

/** How many lines the text of each takes. */
function linesOf(page: Page, what: string): Promise<number[]> {
  return page.locator(what).evaluateAll((elements) =>
    elements.map((element) => {
      const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(element);
      return Math.round((element.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)) / parseFloat(lineHeight));
    }),
  );
}
