import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sitePages } from './site.ts';
import { expect, test } from './test.ts';

/** Pages whose script draws over what stands there without it. */
const drawnOver = sitePages().filter((address) => {
  if (address.endsWith('.html')) return false;
  return /<step-board|<progress-page/.test(readFileSync(path.join('dist', address, 'index.html'), 'utf8'));
});

test('there are pages whose script draws over what stands there', () => {
  expect(drawnOver.length).toBeGreaterThan(3);
});

for (const address of drawnOver) {
  test(`/${address}: nothing moves when its script comes, on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifted = (window.shifted ?? 0) + (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => window.shifted ?? 0), 'Chromium counts up to 0.1 as good').toBeLessThan(0.1);
  });
}

test('a figure to step through is as high at each step, and one step is to be seen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('goroutines/stacks/');
  const figure = page.locator('step-board').first();
  const heights = new Set<number>();
  await figure.locator('[data-do=next]').press('Home');
  for (let step = 1; step <= 4; step++) {
    await expect(figure.locator('[data-part=status]')).toContainText(`${step} of`);
    heights.add((await figure.boundingBox())!.height);
    expect(await figure.locator('.board-step:visible').count()).toBe(1);
    await figure.locator('[data-do=next]').click();
  }
  expect(heights.size).toBe(1);
  // On paper there is room for all.
  await page.emulateMedia({ media: 'print' });
  expect(await figure.locator('.board-step:visible').count()).toBeGreaterThan(4);
});

declare global {
  interface Window {
    shifted?: number;
  }
}
