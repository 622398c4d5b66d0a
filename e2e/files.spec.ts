/** An exercise of several files: tabs over one editor, one answer that is kept, checked, sent and handed in. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { splitFiles } from '../src/base/several-files.ts';
import { complaints } from './axe.ts';
import { does, monaco, partOf, tabTo } from './lesson.ts';
import { expect, test } from './test.ts';

const lesson = 'lambda/layers/';
const content = 'content/lessons/lambda/layers/exercises/gift-cards';
const id = 'exercise-gift-cards';

const files = (live: Locator): Locator => partOf(live, 'files');
const file = (live: Locator, name: string): Locator => files(live).getByRole('button', { name });
const area = (live: Locator): Locator => live.locator('textarea:visible');
const plainly = (page: Page): Promise<void> => page.evaluate(() => localStorage.setItem('happens-before:editor', 'plain'));

test('shows one file at a time, and leads to each of them by keyboard', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator(`#${id}`);
  await expect(live.locator('.live-frame code:visible')).toHaveCount(1);
  await expect(file(live, 'answer.ts')).toHaveAttribute('aria-pressed', 'true');
  await tabTo(page, file(live, 'layer.ts, to read'));
  await page.keyboard.press('Enter');
  await expect(file(live, 'layer.ts, to read')).toHaveAttribute('aria-pressed', 'true');
  await expect(live.locator('.live-frame code:visible')).toContainText('What the layer `cards` offers');
  await expect(live.locator('.live-frame code:visible')).toHaveCount(1);
  expect(await complaints(page, { within: [`#${id}`] })).toEqual([]);
});

test('keeps, checks and sends all files of an answer, and changes none that is given', async ({ page, browser }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(lesson);
  await plainly(page);
  const live = page.locator(`#${id}`);
  await does(live, 'edit').click();
  await expect(area(live)).toBeFocused();
  await area(live).fill(readFileSync(`${content}/wrong/edits-version-1.ts`, 'utf8'));
  await file(live, 'version-1.ts').click();
  await expect(area(live)).toHaveAttribute('aria-label', 'Code of Gift cards by two versions, version-1.ts');
  await area(live).fill(readFileSync(`${content}/wrong/edits-version-1/version-1.ts`, 'utf8'));
  await file(live, 'layer.ts').click();
  await expect(area(live)).not.toBeEditable();

  await does(live, 'check').click();
  await expect(live.locator('.verdict-say')).toContainText('Version 1 is published', { timeout: 60_000 });

  await page.reload();
  await does(live, 'edit').click();
  await file(live, 'version-1.ts').click();
  await expect(area(live)).toHaveValue(/Counts in cents as well now/);

  await does(live, 'check').click();
  await partOf(live, 'verdict').locator('[data-do=copy]').click({ timeout: 60_000 });
  await expect(live.locator('[data-part=status]')).toContainText('Link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  const theirs = other.locator(`#${id}`);
  await expect(theirs.locator('.live-link')).toBeVisible();
  await file(theirs, 'version-1.ts').click();
  await expect(theirs.locator('.live-frame code:visible')).toContainText('Counts in cents as well now');
  expect(await other.locator('iframe').count()).toBe(0);
  await other.context().close();

  // What is handed in holds both files, and not the one that is given.
  await page.goto('progress/');
  const field = page.locator('[name=student]');
  await field.fill('Ada');
  const saved = page.waitForEvent('download');
  await page.locator('[data-act=hand-in]').click();
  const { unsolved } = JSON.parse(readFileSync(await (await saved).path(), 'utf8')) as { unsolved: { code: string }[] };
  const { main, others } = splitFiles(unsolved[0]!.code);
  expect(main).toContain('version2');
  expect(Object.keys(others)).toEqual(['version-1.ts']);
});

test('takes the solution, and gives the first version of every file back', async ({ page }) => {
  await page.goto(lesson);
  await plainly(page);
  const live = page.locator(`#${id}`);
  await does(live, 'edit').click();
  await file(live, 'version-1.ts').click();
  await area(live).fill('export const version1 = 1;\n');
  await expect(does(live, 'reset')).toBeVisible();
  await does(live, 'reset').click();
  await expect(area(live)).toHaveValue(/Published, and in use/);
  await expect(does(live, 'reset')).toBeHidden();
  await live.locator('[data-part=solution] > summary').click();
  await live.getByRole('button', { name: 'Show it whole' }).click();
  await live.getByRole('button', { name: 'Yes, show it whole' }).click();
  await does(live, 'take-solution').click();
  await does(live, 'check').click();
  await expect(partOf(live, 'verdict')).toHaveAttribute('data-verdict', 'right', { timeout: 60_000 });
});

test('turns from file to file in the full editor, where the types of one are known in the others', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator(`#${id}`);
  await does(live, 'edit').click();
  await expect(monaco(live)).toBeVisible({ timeout: 60_000 });
  await expect(live.locator('.monaco-editor').first()).toContainText('centsOf');
  await file(live, 'layer.ts').click();
  await expect(live.locator('.monaco-editor').first()).toContainText('euros?: number');
  await file(live, 'answer.ts').click();
  await expect(live.locator('.monaco-editor').first()).toContainText('centsOf');
  // Were ./layer not found, its import would be underlined.
  await page.waitForFunction(() => document.querySelector('.monaco-editor .view-lines') !== null);
  await expect(live.locator('.squiggly-error')).toHaveCount(0);
});

test('runs a program of two files, and each of them can be changed', async ({ page }) => {
  await page.goto(lesson);
  await plainly(page);
  const live = page.locator('#program-same-library');
  await expect(live.locator('.live-frame code:visible')).toHaveCount(1);
  await does(live, 'run').click();
  await expect(partOf(live, 'output')).toContainText('invoice 1: Ada', { timeout: 60_000 });
  await file(live, 'numbering.ts').click();
  await expect(live.locator('.live-frame code:visible')).toContainText('What the layer has in /opt');
  await does(live, 'edit').click();
  await area(live).fill('export function library() {\n  let last = 40;\n  return { next: () => ++last };\n}\n');
  await area(live).press('Control+Enter');
  await expect(partOf(live, 'output')).toContainText('invoice 41: Ada');
  // What does not compile is told with its file, and the button leads there.
  await area(live).fill('export const = 1;\n');
  await file(live, 'main.ts').click();
  await does(live, 'run').click();
  await partOf(live, 'remarks').getByRole('button', { name: 'numbering.ts, line 1' }).click();
  await expect(file(live, 'numbering.ts')).toHaveAttribute('aria-pressed', 'true');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every file stands there, below its name', async ({ page }) => {
    await page.goto(lesson);
    const live = page.locator(`#${id}`);
    await expect(live.locator('.live-file')).toHaveText(['answer.ts', 'version-1.ts', 'layer.ts, to read']);
    await expect(live.locator('.live-frame code:visible')).toHaveCount(3);
    await expect(files(live)).toBeHidden();
  });
});
