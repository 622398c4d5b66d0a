/** Hints, the cover over a solution, and what is beside it afterwards. */
import type { Page } from '@playwright/test';
import { does, editPlainly, exerciseFiles, lessonWith, partOf, plain } from './lesson.ts';
import { expect, test } from './test.ts';

const lesson = lessonWith('live-exercise');

const helpOf = (page: Page, name: string) => page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{}') as object, `happens-before:help:${name}`);

test('HE1 shows hints one at a time, and counts those that were opened', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator('live-exercise').first();
  const name = (await live.getAttribute('data-exercise'))!;
  await expect(live.locator('[data-part=hint]').nth(1)).toBeHidden();
  await live.locator('[data-part=hint] > summary').first().click();
  await live.locator('[data-part=hint] > summary').nth(1).click();
  await expect.poll(() => helpOf(page, name)).toMatchObject({ hints: 2, sawSolution: false });
});

test('HE2 asks twice before it shows the solution', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator('live-exercise').first();
  const name = (await live.getAttribute('data-exercise'))!;
  const solution = partOf(live, 'solution');
  await solution.locator('> summary').click();
  await expect(does(live, 'take-solution')).toBeHidden();
  await solution.getByRole('button', { name: 'Show it whole' }).click();
  await expect(solution.getByRole('status')).toContainText('You have not solved this exercise yet.');
  await expect(does(live, 'take-solution')).toBeHidden();
  await solution.getByRole('button', { name: 'Yes, show it whole' }).click();
  await expect(does(live, 'take-solution')).toBeVisible();
  await expect.poll(() => helpOf(page, name)).toMatchObject({ sawSolution: true });
});

test('HE3 shows the solution piece by piece, and knows the pieces at the next visit', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator('live-exercise').first();
  const solution = partOf(live, 'solution');
  await solution.locator('> summary').click();
  await solution.getByRole('button', { name: 'Next piece' }).click();
  await solution.getByRole('button', { name: 'Next line' }).click();
  const text = await solution.locator('.solution-pieces').textContent();
  const whole = exerciseFiles((await live.getAttribute('data-exercise'))!).read('solution.ts');
  expect(whole.startsWith(text!.replace(/ …$/, ''))).toBe(true);
  await page.reload();
  await solution.locator('> summary').click();
  await expect(solution.locator('.solution-pieces')).toHaveText(text!);
});

test('HE4 sets the answer beside the author’s after it was solved, with no cover left', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator('live-exercise').first();
  const whole = exerciseFiles((await live.getAttribute('data-exercise'))!).read('solution.ts');
  await editPlainly(page, live);
  await plain(live).fill(`// mine\n${whole}`);
  await does(live, 'check').click();
  const verdict = partOf(live, 'verdict');
  await expect(verdict).toHaveAttribute('data-verdict', 'right');
  await verdict.getByText('Yours beside the author’s').click();
  await expect(verdict.locator('.both-pane').first().locator('[data-new]')).toHaveText(['// mine']);
  await expect(verdict.locator('.both-pane').nth(1).locator('[data-new]')).toHaveCount(0);
  await partOf(live, 'solution').locator('> summary').click();
  await expect(does(live, 'take-solution')).toBeVisible();
});

test('HE5 has hints and solution without script', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(lesson);
  const live = page.locator('live-exercise').first();
  await live.locator('[data-part=solution] > summary').click();
  await expect(live.locator('[data-part=solution] code').first()).toBeVisible();
  await expect(live.locator('[data-part=hint]').last()).toBeVisible();
  await page.context().close();
});
