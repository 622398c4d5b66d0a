/** What a page looks like on a telephone, where nobody who writes it looks. */
import { does, partOf } from './lesson.ts';
import { lessonPages } from './site.ts';
import { expect, test } from './test.ts';

test.use({ viewport: { width: 360, height: 780 } });

test('no lesson is wider than the screen', async ({ page }) => {
  test.slow();
  const wide: string[] = [];
  for (const address of lessonPages()) {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 360) wide.push(`${address}: ${width}`);
  }
  expect(wide).toEqual([]);
});

test('a short word or name in a table is not broken', async ({ page }) => {
  /** Elements with text of one word that takes more than one line. */
  const broken = (selector: string) =>
    page.locator(selector).evaluateAll((all) =>
      all.flatMap((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return lines.size > 1 && !/\s/.test(element.textContent.trim()) ? [element.textContent] : [];
      }),
    );
  await page.goto('python-threading/event-condition-semaphore-barrier/');
  await expect(page.locator('td code', { hasText: 'Semaphore' })).toBeVisible();
  expect(await broken('td code')).toEqual([]);

  const live = page.locator('live-program').nth(1);
  await does(live, 'explore').click();
  await expect(partOf(live, 'orders').locator('td.is-wrong', { hasText: 'deadlock' }).first()).toBeVisible();
  expect(await broken('.live-orders td.is-wrong')).toEqual([]);
});

test('the lessons before and after are as wide as the text', async ({ page }) => {
  await page.goto('foundations/what-is-concurrency/');
  const widths = await page.locator('.between-lessons > a').evaluateAll((links) => links.map((link) => [link.clientWidth, link.parentElement!.clientWidth - 2]));
  expect(widths).toHaveLength(2);
  for (const [link, text] of widths) expect(link).toBe(text);
});

test('an output that does not fit beside its label has a line to itself', async ({ page }) => {
  await page.goto('lambda/account-limits-and-throttling/');
  const output = page.locator('.listing .output', { hasText: 'ConcurrentInvocationLimitExceeded' });
  const [label, text] = await Promise.all([output.locator('.output-label').boundingBox(), output.locator('pre').boundingBox()]);
  expect(text!.x).toBe(label!.x);
  expect(text!.y).toBeGreaterThanOrEqual(label!.y + label!.height);
});
