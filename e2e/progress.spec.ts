/** What a reader has solved and read, across pages, tabs, files and refusals. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { does, partOf } from './lesson.ts';
import { expect, test } from './test.ts';

const lesson = 'foundations/every-order/';

/** The shortest way to solve something: claim what is true of the second exercise. */
async function solve(page: Page): Promise<void> {
  await page.goto(lesson);
  const live = page.locator('live-break').nth(1);
  await does(live, 'play').click();
  await partOf(live, 'game').getByRole('button', { name: 'No order can do it' }).click();
  await expect(partOf(live, 'game').locator('.game-said')).toContainText('proved');
}

const count = (page: Page) => page.locator('[data-part=count]');
const status = (page: Page) => page.locator('progress-page [data-part=status]');

test('PG2 shows what was solved, beside the exercise and on its page, with the evidence', async ({ page }) => {
  await solve(page);
  await expect(page.locator('[data-exercise-mark$="lose-both"]')).toContainText('✓');
  await page.goto('progress/');
  await expect(count(page)).toContainText('1 of ');
  await expect(page.locator('.sheet')).toContainText('Claim: no order reaches the goal.');
  await expect(page.locator('.sheet code').first()).toHaveText('hb check foundations/every-order/lose-both --schedule "none"');
});

test('PG7 PG9 saves a file and reads it in another browser', async ({ page, browser }) => {
  await solve(page);
  await page.goto('progress/');
  await page.getByLabel('Name on the sheet').fill('Ada');
  await expect(page.locator('.sheet h2')).toHaveText('Completion sheet of Ada');
  await expect(page.locator('.sheet')).toContainText(`The version of the course: ${await page.locator('progress-page').getAttribute('data-course-version')}.`);
  // On paper it is the sheet alone.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('h1')).toBeHidden();
  await expect(page.locator('.sheet h2')).toBeVisible();
  await page.emulateMedia({ media: null });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('Ada.progress.json');
  const path = await file.path();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ student: 'Ada', attempts: [{ exercise: 'foundations/every-order/lose-both', proof: 'none' }] });
  const other = await (await browser.newContext()).newPage();
  await other.goto('progress/');
  await expect(count(other)).toContainText('0 of ');
  await other.locator('input[type=file]').setInputFiles(path);
  await expect(status(other)).toContainText('Read: 1 exercise more than before.');
  await expect(count(other)).toContainText('1 of ');
  await other.context().close();
});

test('PG8 refuses a file of something else in words', async ({ page }) => {
  await page.goto('progress/');
  await page.locator('input[type=file]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(status(page)).toContainText('a file of something else');
});

test('PG6 clears, and puts back', async ({ page }) => {
  await solve(page);
  await page.goto('progress/');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(count(page)).toContainText('0 of ');
  await page.getByRole('button', { name: 'Put it back' }).press('Enter');
  await expect(count(page)).toContainText('1 of ');
});

test('PG10 shows in one tab what was solved in another', async ({ page, context }) => {
  await page.goto('progress/');
  const other = await context.newPage();
  await solve(other);
  await expect(count(page)).toContainText('1 of ');
  await expect(page.locator('[data-exercise-mark$="lose-both"]')).toContainText('✓');
});

for (const [name, error] of [['full', 'QuotaExceededError'], ['refused', 'SecurityError']] as const) {
  test(`PG5 says so when the browser is ${name}, and works on`, async ({ page }) => {
    await page.addInitScript((thrown) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', thrown);
      };
    }, error);
    await solve(page);
    await expect(page.locator('live-break').nth(1).locator('[data-part=status]')).toContainText(name === 'full' ? 'no room left' : 'keeps nothing');
  });
}

test('PG2 lists the exercises of a lesson in its order', async ({ page }) => {
  await page.goto('progress/');
  await expect(page.locator('li:has(> [data-lesson="patterns/joke-proxy"]) li')).toHaveText([/Step 1/, /Step 2/, /Step 3/, /Step 4/]);
});

test('PG2 remembers the place in a lesson, and offers to go on there', async ({ page }) => {
  await page.goto(lesson);
  await page.locator('#how-many-orders-there-are').evaluate((heading) => heading.scrollIntoView());
  await page.goto('contents/');
  await page.goto('');
  const resume = page.getByRole('link', { name: 'Go on with “Every order”' });
  await expect(resume).toHaveAttribute('href', /every-order\/#how-many-orders-there-are$/);
  await page.goto(lesson);
  await page.getByRole('link', { name: 'go on at “How many orders there are”' }).click();
  await expect(page).toHaveURL(/#how-many-orders-there-are$/);
});

test('PG2 counts a lesson as read when its end has been seen', async ({ page }) => {
  await page.goto(lesson);
  await page.locator('.lesson-end').evaluate((end) => end.scrollIntoView());
  await expect.poll(() => page.evaluate(() => localStorage.getItem('happens-before:place:foundations/every-order'))).toContain('"finished":true');
  await page.goto('progress/');
  await expect(page.locator('progress-page [data-lesson="foundations/every-order"]')).toContainText('✓');
});

test('PG2 prints the sheet alone', async ({ page }) => {
  await solve(page);
  await page.goto('progress/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sheet')).toBeVisible();
  await expect(page.locator('.progress-parts')).toBeHidden();
  for (const tools of await page.locator('.progress-tools').all()) await expect(tools).toBeHidden();
});

test('HI12 hands in one file, after saying what it holds', async ({ page }) => {
  await solve(page);
  await page.goto('progress/');
  const handIn = page.getByRole('button', { name: 'Hand in', exact: true });
  await handIn.click();
  await expect(page.locator('[data-part=hand-in-status]')).toContainText('Please fill in “Name” first');
  await page.getByLabel('Name on the sheet').fill('Ada Lovelace');
  await expect(page.locator('[data-part=holds]')).toContainText('What you wrote above: “Ada Lovelace”.');
  await expect(page.locator('[data-part=holds]')).toContainText('1 solved exercise');
  const saved = page.waitForEvent('download');
  await handIn.click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('Ada-Lovelace.handin');
  const held = JSON.parse(readFileSync(await file.path(), 'utf8')) as object;
  expect(held).toMatchObject({ student: 'Ada Lovelace', attempts: [{ exercise: 'foundations/every-order/lose-both', proof: 'none' }], unsolved: [] });
  expect(Object.keys(held)).not.toContain('places');
});

test('PG11 shows and hands in what a browser kept with the first version of the course', async ({ page }) => {
  const kept = JSON.parse(readFileSync(new URL('../src/progress/profiles/2026-11-21-first.json', import.meta.url), 'utf8')) as Record<string, string>;
  await page.goto('progress/');
  await page.evaluate((entries) => entries.forEach(([key, text]) => localStorage.setItem(key, text)), Object.entries(kept));
  await page.reload();
  await expect(page.locator('[data-part=count]')).toContainText(/^4 of \d+ exercises solved, 1 of \d+ lessons read/);
  await expect(page.locator('[data-exercise-mark="foundations/every-order/lose-one"]')).toContainText('✓');
  await expect(page.locator('.sheet')).toContainText('No longer in the course');
  await expect(page.locator('[data-part=holds]')).toContainText('4 solved exercises');
  await page.goto('goroutines/select/');
  await page.goto('progress/');
  await expect(page.locator('progress-page [data-lesson="goroutines/select"]')).toContainText('✓');
});
