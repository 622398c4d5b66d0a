/** Without script a lesson is whole: prose, programs, outputs, lanes, tables, answers, hints and solutions. */
import { lessonPages, sitePages } from './site.ts';
import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

for (const address of lessonPages()) {
  test(`/${address} can be read without script`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main p').first()).toBeVisible();
    // A button that cannot do anything is not offered.
    await expect(page.locator('main').getByRole('button').filter({ visible: true })).toHaveCount(0);

    // What is closed opens without script because browsers see to that: seen once on a page, and of all others what is inside.
    const lanes = page.locator('live-program[data-lanes]');
    if ((await lanes.count()) > 0) {
      const program = lanes.first();
      await program.getByText('As a table', { exact: true }).click();
      await expect(program.locator('.view-table tbody tr').first()).toBeVisible();
      await program.getByText('As text', { exact: true }).click();
      await expect(program.locator('.view-text pre')).not.toBeEmpty();
    }
    for (const program of await page.locator('live-program').all()) {
      await expect(program.locator('[data-part=listing] pre').first()).toBeVisible();
      await expect(program.locator('[data-part=output]')).toBeVisible();
      if ((await program.getAttribute('data-lanes')) === null) continue;
      await expect(program.locator('.hb-lanes svg').filter({ visible: true }).first()).toBeVisible();
      expect(await program.locator('.view-table tbody tr').count()).toBeGreaterThan(0);
      expect(await program.locator('.view-text pre').textContent()).toMatch(/\S/);
    }
    for (const question of await page.locator('live-predict').all()) {
      await question.getByText('Answers', { exact: true }).click();
      const answers = question.locator('.predict-answers li');
      await expect(answers.first()).toBeVisible();
      await expect(answers).toHaveCount(await question.locator('.predict-option').count());
      await expect(question.locator('.predict-answers')).toContainText('Computed over');
    }
    for (const exercise of await page.locator('live-exercise').all()) {
      await expect(exercise.locator('.exercise-text')).toBeVisible();
      await expect(exercise.locator('[data-part=listing] pre').first()).toBeVisible();
      for (const hint of await exercise.locator('[data-part=hint]').all()) {
        await hint.locator('summary').click();
        await expect(hint.locator('p')).toBeVisible();
      }
      await exercise.getByText('Solution', { exact: true }).click();
      await expect(exercise.locator('[data-part=solution] pre')).toBeVisible();
    }
  });
}

test('the course can be walked through without script', async ({ page }) => {
  await page.goto('');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Contents' }).click();
  await page.getByRole('main').locator(`a[href$="/${lessonPages()[0]!}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/${lessonPages()[0]!}$`));
  // What looks for words with script leads to the list of all lessons without.
  await page.locator('[data-search-open]').first().click();
  await expect(page).toHaveURL(/\/contents\/$/);
  await page.setViewportSize({ width: 360, height: 700 });
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.locator('#sidebar').getByRole('link').first()).toBeVisible();
});

test('no page but for a lab needs script to show its text', async ({ page }) => {
  for (const address of sitePages().filter((each) => !each.startsWith('lab/'))) {
    await page.goto(address);
    expect((await page.locator('main').innerText()).length, address).toBeGreaterThan(100);
  }
});
