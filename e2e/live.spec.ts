/** What a reader does with a program, a question and an exercise, on the first lesson that has one. */
import { does, editPlainly, lessonWith, plain } from './lesson.ts';
import { expect, test } from './test.ts';

const program = lessonWith('live-program');
const question = lessonWith('live-predict');
const exercise = lessonWith('live-exercise');

test.describe('a program', () => {
  test('loads nothing before it is touched, and shows its output', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    page.on('request', (request) => request.resourceType() === 'fetch' && scripts.push(request.url()));
    await page.goto(program);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('live-program [data-part=output]').first()).toBeVisible();
    expect(scripts.filter((url) => /engine|live|timeline|full|worker/.test(url))).toEqual([]);
    expect(await page.locator('iframe').count()).toBe(0);
  });

  test('runs, and prints what the page said it would', async ({ page }) => {
    await page.goto(program);
    const live = page.locator('live-program').first();
    const before = await live.locator('[data-part=output]').textContent();
    await does(live, 'run').click();
    await expect(live.locator('[data-part=status]')).toContainText('steps');
    await expect(live.locator('[data-part=output]')).toHaveText(before!);
  });

  test('tries every order, and replays one', async ({ page }) => {
    await page.goto(program);
    const live = page.locator('live-program').first();
    await does(live, 'explore').click();
    await expect(live.locator('.live-headline')).toContainText('order');
    await does(live, 'show').click();
    await expect(live.locator('tr[aria-current]')).toHaveCount(1);
    await expect(live.locator('.hb-lanes')).toBeVisible();
  });

  test('keeps a change, does not run it by itself, and gives the first version back', async ({ page }) => {
    await page.goto(program);
    const live = page.locator('live-program').first();
    const first = await live.locator('[data-part=listing] code').first().textContent();
    await editPlainly(page, live);
    await plain(live).fill(`console.log('mine');`);
    await page.reload();
    expect(await page.locator('iframe').count()).toBe(0);
    await editPlainly(page, live);
    await expect(plain(live)).toHaveValue(`console.log('mine');`);
    await plain(live).press('Control+Enter');
    await expect(live.locator('[data-part=output]')).toHaveText('mine');
    await does(live, 'reset').click();
    await expect(plain(live)).toHaveValue(first!.trimEnd());
  });

  test('opens the full editor in place, without moving anything', async ({ page }) => {
    await page.goto(program);
    const live = page.locator('live-program').first();
    await does(live, 'edit').scrollIntoViewIfNeeded();
    const below = () => live.locator('[data-part=bar]').evaluate((bar) => bar.getBoundingClientRect().top + scrollY);
    const before = await below();
    await does(live, 'edit').click();
    await expect(live.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 20_000 });
    expect(await below()).toBe(before);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(does(live, 'run')).toBeFocused();
  });
});

test('a slash typed into the full editor is a slash, and does not open the search', async ({ page }) => {
  await page.goto(program);
  const live = page.locator('live-program').first();
  await does(live, 'edit').click();
  await expect(live.locator('.monaco-editor.focused')).toBeVisible();
  await page.keyboard.type('// a slash');
  await expect(live.locator('.view-line').first()).toContainText('slash');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
});

test.describe('a question', () => {
  test('is graded, and every option gets its reason', async ({ page }) => {
    await page.goto(question);
    const live = page.locator('live-predict').first();
    for (const option of await live.locator('.predict-option').all()) {
      if ((await option.getAttribute('data-possible')) === 'true') await option.locator('input').check();
    }
    await does(live, 'grade').click();
    await expect(live.locator('[data-part=status]')).toContainText('All');
    await expect(live.locator('.predict-why').first()).toBeVisible();
    await live.locator('input').first().click();
    await does(live, 'grade').click();
    await expect(live.locator('.predict-option').first()).toHaveAttribute('data-graded', 'wrong');
  });
});

test.describe('an exercise', () => {
  test('rejects the starter with a reason, and accepts the solution', async ({ page }) => {
    await page.goto(exercise);
    await page.evaluate(() => localStorage.setItem('happens-before:editor', 'plain'));
    const live = page.locator('live-exercise').first();
    await does(live, 'check').click();
    await expect(live.locator('[data-part=verdict]')).toHaveAttribute('data-verdict', 'wrong', { timeout: 15_000 });
    await expect(live.locator('.verdict-say')).not.toBeEmpty();
    await live.locator('[data-part=solution] > summary').click();
    await live.getByRole('button', { name: 'Show it whole' }).click();
    await live.getByRole('button', { name: 'Yes, show it whole' }).click();
    await does(live, 'take-solution').click();
    await does(live, 'check').click();
    await expect(live.locator('[data-part=verdict]')).toHaveAttribute('data-verdict', 'right', { timeout: 15_000 });
  });

  test('gives its hints one at a time', async ({ page }) => {
    await page.goto(exercise);
    const hints = page.locator('live-exercise').first().locator('[data-part=hint]');
    await expect(hints.nth(0)).toBeVisible();
    await expect(hints.nth(1)).toBeHidden();
    await hints.nth(0).locator('summary').click();
    await expect(hints.nth(1)).toBeVisible();
  });
});
