/** What somebody wrote stays theirs: over a reload, in either editor, and where the browser keeps nothing. */
import type { Page } from '@playwright/test';
import { does, editPlainly, lessonWith, monaco, partOf, plain, typeOver } from './lesson.ts';
import { expect, test } from './test.ts';

const lesson = lessonWith('live-exercise');

test('an answer survives a reload, is not run by itself, and opens in the other editor too', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator('live-exercise').first();
  await does(live, 'edit').click();
  await expect(monaco(live)).toBeVisible();
  await typeOver(page, 'export const mine = 1;');
  await page.reload();
  await expect(does(live, 'edit')).toHaveText('Edit my version');
  expect(await page.locator('iframe').count(), 'nothing has run').toBe(0);
  await does(live, 'edit').click();
  await expect(monaco(live)).toHaveText('export const mine = 1;');
  await does(live, 'switch-editor').click();
  await expect(plain(live)).toHaveValue('export const mine = 1;');
  await does(live, 'reset').click();
  await expect(plain(live)).not.toHaveValue('export const mine = 1;');
});

/** Makes each use of the storage fail in the way in which browsers do. */
const refuse = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
const fill = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('No room.', 'QuotaExceededError');
    };
  });

for (const [what, spoil, says] of [
  ['refuses to keep anything', refuse, 'This browser keeps nothing for this site. Your changes last until you leave the page.'],
  ['has no room left', fill, 'This browser has no room left to keep your changes. They last until you leave the page.'],
] as const) {
  test(`a browser that ${what} runs programs and checks answers all the same, and says so`, async ({ page }) => {
    await spoil(page);
    await page.goto(lesson);
    await page.locator('[data-theme-switch]').first().selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    const program = page.locator('live-program').first();
    await does(program, 'edit').click();
    await expect(monaco(program)).toBeVisible();
    await typeOver(page, `console.log('unkept');`);
    await expect(partOf(program, 'status')).toHaveText(says);
    await page.keyboard.press('Control+Enter');
    await expect(partOf(program, 'output')).toHaveText('unkept');
    const exercise = page.locator('live-exercise').first();
    await does(exercise, 'check').click();
    await expect(partOf(exercise, 'verdict')).toHaveAttribute('data-verdict', 'wrong');
  });
}

test('two programs on a page keep their texts apart', async ({ page }) => {
  await page.goto(lesson);
  const [program, exercise] = [page.locator('live-program').first(), page.locator('live-exercise').first()];
  await editPlainly(page, program);
  await plain(program).fill(`console.log('program');`);
  await editPlainly(page, exercise);
  await plain(exercise).fill('export const exercise = 1;');
  await page.reload();
  await does(program, 'edit').click();
  await does(exercise, 'edit').click();
  await expect(plain(program)).toHaveValue(`console.log('program');`);
  await expect(plain(exercise)).toHaveValue('export const exercise = 1;');
});
