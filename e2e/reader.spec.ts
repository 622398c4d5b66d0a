/** What the shell does for a reader: search, theme, a page that is not there. */
import { readFileSync } from 'node:fs';
import { lessonPages } from './site.ts';
import { expect, test } from './test.ts';

const lesson = lessonPages()[0]!;

test.describe('the search', () => {
  test('opens by key, finds a lesson by its words, and leads there by keyboard', async ({ page }) => {
    await page.goto(lesson);
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    await page.goto('contents/');
    await page.keyboard.press('/');
    const dialog = page.locator('dialog.search');
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.insertText(title!.trim());
    await expect(dialog.getByRole('status')).toHaveText(/^\d+ pages?$/);
    await page.keyboard.press('ArrowDown');
    await expect(dialog.locator('a').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title!);
    await expect(dialog).toBeHidden();
  });

  test('says what it did not find, and closes', async ({ page }) => {
    await page.goto(lesson);
    await page.locator('[data-search-open]').first().click();
    const dialog = page.locator('dialog.search');
    await dialog.getByRole('searchbox').fill('zzzzzz');
    await expect(dialog.getByRole('status')).toHaveText('Nothing found for “zzzzzz”.');
    // The index has words with which these begin.
    for (const nonsense of ['gobbledygook', 'xyzzyqq']) {
      await dialog.getByRole('searchbox').fill(nonsense);
      await expect(dialog.getByRole('status')).toHaveText(`Nothing found for “${nonsense}”.`);
      await expect(dialog.locator('.hit')).toHaveCount(0);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});

test('the theme that was chosen holds on the next page, and the system’s comes back', async ({ page }) => {
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(lesson);
  const light = await paper();
  const theme = page.locator('[data-theme-switch]').first();
  await theme.selectOption('dark');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto('contents/');
  expect(await paper()).toBe(dark);
  await expect(theme).toHaveValue('dark');
  await theme.selectOption('system');
  expect(await paper()).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper()).toBe(dark);
});

test.describe('an address that leads nowhere', () => {
  test.use({ expected: [/404/] });

  test('gets a page that leads on', async ({ page }) => {
    const answer = await page.goto('no/such/lesson/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Start page' }).click();
    await expect(page).toHaveURL(/\/$/);
    await expect(page.locator('h1')).not.toHaveText('You waited for a page that nobody will send.');
  });
});

test('nothing on a page moves when the prose face arrives', async ({ page }) => {
  const lefts = () =>
    page.locator('.prose > *').evaluateAll((parts) => parts.map((part) => [Math.round(part.getBoundingClientRect().left), part.clientWidth]));
  await page.route('**/*.woff2', () => {}); // They never come.
  await page.goto(lessonPages()[0]!, { waitUntil: 'domcontentloaded' });
  const before = await lefts();
  expect(before.length).toBeGreaterThan(5);
  await page.unrouteAll();
  await page.goto(lessonPages()[0]!);
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.fonts.check("16px 'Source Serif 4'"))).toBe(true);
  expect(await lefts()).toEqual(before);
});

test.describe('an original', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('is copied by its button, without what it printed', async ({ page }) => {
    await page.goto('goroutines/the-adder-in-go/');
    const copy = page.getByRole('button', { name: 'Copy adder.go' });
    await copy.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('figure.listing [role=status]').first()).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(readFileSync('content/lessons/goroutines/the-adder-in-go/original/adder.go', 'utf8').trimEnd() + '\n');
  });

  test('is selected where the browser does not let the page copy', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto('goroutines/the-adder-in-go/');
    await page.getByRole('button', { name: 'Copy adder.go' }).click();
    await expect(page.locator('figure.listing [role=status]').first()).toContainText('The text is selected');
    expect(await page.evaluate(() => getSelection()!.toString())).toContain('package main');
  });
});
