import { lessonPages } from './site.ts';
import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

for (const address of lessonPages()) {
  test(`/${address} can be read without script`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main p').first()).toBeVisible();
    for (const program of await page.locator('live-program').all()) {
      await expect(program.locator('[data-part=listing] pre').first()).toBeVisible();
      await expect(program.locator('[data-part=output]')).toBeVisible();
      // A button that cannot do anything is not offered.
      await expect(program.getByRole('button').filter({ visible: true })).toHaveCount(0);
    }
    for (const exercise of await page.locator('live-exercise').all()) {
      await expect(exercise.locator('[data-part=listing] pre').first()).toBeVisible();
      await exercise.getByText('Solution', { exact: true }).click();
      await expect(exercise.locator('[data-part=solution] pre')).toBeVisible();
    }
  });
}
