/** The list of keys, everywhere. */
import { complaints } from './axe.ts';
import { does, editPlainly, partOf, plain } from './lesson.ts';
import { expect, test } from './test.ts';

const lesson = 'foundations/every-order/';

test('opens by its key on any page, closes by it and by Escape, and gives the focus back', async ({ page }) => {
  for (const address of ['contents/', 'glossary/', lesson]) {
    await page.goto(address);
    const link = page.locator('.site-header .wordmark');
    await link.focus();
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keys' });
    await expect(list).toContainText('this list');
    await expect(list.getByRole('heading', { name: 'In an editor' })).toHaveCount(address === lesson ? 1 : 0);
    expect(await complaints(page, { within: ['dialog.key-list'] })).toEqual([]);
    await page.keyboard.press('?');
    await expect(list).toHaveCount(0);
    await expect(link).toBeFocused();
    await page.keyboard.press('?');
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
  }
});

test('opens from the footer', async ({ page }) => {
  await page.goto('');
  await page.locator('.site-footer').getByRole('button', { name: 'Keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('has the keys of the lanes and of the game while these have the focus', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator('live-program').first();
  const list = page.getByRole('dialog', { name: 'Keys' });
  await partOf(live, 'lanes').hover();
  await live.getByRole('slider', { name: 'Step' }).focus();
  await page.keyboard.press('?');
  await expect(list.getByRole('heading', { name: 'In the lanes' })).toBeVisible();
  await expect(list).toContainText('next race or failure');
  await page.keyboard.press('Escape');
  await does(live, 'play').click();
  await expect(partOf(live, 'game').locator('.game-task').first()).toBeFocused();
  await page.keyboard.press('?');
  await expect(list.getByRole('heading', { name: 'In the game' })).toBeVisible();
  await expect(list).toContainText('let the rest run');
});

test('is a question mark where one writes', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator('live-program').first();
  await editPlainly(page, live);
  await plain(live).press('Control+End');
  await page.keyboard.press('?');
  await expect(plain(live)).toHaveValue(/\?$/);
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
});
