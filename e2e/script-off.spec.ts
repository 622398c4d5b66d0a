import { sitePages } from './site.ts';
import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

const PARTS = /^(foundations|python-threading|goroutines|toolbox|patterns|lambda|in-the-wild)\//;
const lessons = sitePages().filter((address) => PARTS.test(address));

for (const address of lessons) {
  test(`/${address} can be read without script`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main p').first()).toBeVisible();
    for (const program of await page.locator('[data-program]').all()) {
      await expect(program.locator('pre').first()).toBeVisible();
      await expect(program.locator('[data-output]').first()).toBeVisible();
    }
  });
}
