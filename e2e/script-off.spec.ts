import { lessonPages } from './site.ts';
import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

for (const address of lessonPages()) {
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
