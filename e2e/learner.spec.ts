/** From reading to a passed exercise, as a learner goes: once with the pointer, once by keyboard alone. */
import type { Page } from '@playwright/test';
import { does, exerciseFiles, lessonWith, monaco, partOf, tabTo, typeOver } from './lesson.ts';
import { expect, test } from './test.ts';

const lesson = lessonWith('live-exercise');

/** The exercise on the page, and what its author wrote. */
async function exerciseOn(page: Page) {
  const exercise = page.locator('live-exercise').first();
  const files = exerciseFiles((await exercise.getAttribute('data-exercise'))!);
  const verdict = partOf(exercise, 'verdict');
  return {
    exercise,
    verdict,
    say: exercise.locator('.verdict-say').first(),
    solution: files.read('solution.ts'),
    wrong: files.read(`wrong/${files.wrong[0]!}`),
    // What stands between backquotes is set as code, without them.
    check: files.read('check.ts').replaceAll("\\'", "'").replaceAll('`', ''),
  };
}

test('reading, running, trying every order, editing, failing, passing', async ({ page }) => {
  await page.goto(lesson);
  const program = page.locator('live-program').first();
  await does(program, 'run').click();
  await expect(partOf(program, 'status')).toContainText('steps');
  await does(program, 'explore').click();
  await expect(program.locator('.live-headline')).toContainText('order');

  await does(program, 'edit').click();
  await expect(monaco(program)).toBeVisible();
  await typeOver(page, `const words = ['typed', 'here'];\nconsole.log(words.join(' '));\n`);
  await page.keyboard.press('Control+Enter');
  await expect(partOf(program, 'output')).toHaveText('typed here');

  const { exercise, verdict, say, solution, wrong, check } = await exerciseOn(page);
  await does(exercise, 'check').click();
  await expect(verdict).toHaveAttribute('data-verdict', 'wrong');
  await expect(say).not.toBeEmpty();
  await expect(exercise.locator('.hb-lanes')).toBeVisible();

  await does(exercise, 'edit').click();
  await expect(monaco(exercise)).toBeVisible();
  await typeOver(page, wrong);
  await expect(verdict).toHaveAttribute('data-stale', 'Of an earlier version');
  await does(exercise, 'check').click();
  await expect(verdict).not.toHaveAttribute('data-stale');
  await expect(verdict).toHaveAttribute('data-verdict', 'wrong');
  expect(check).toContain(await say.textContent());

  await monaco(exercise).click();
  await typeOver(page, solution);
  await page.keyboard.press('Control+Enter');
  await expect(verdict).toHaveAttribute('data-verdict', 'right');
  await expect(exercise.locator('.verdict-headline')).toContainText(/^Right in /);
});

test('the same by keyboard alone', async ({ page }) => {
  await page.goto(lesson);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');

  const program = page.locator('live-program').first();
  await tabTo(page, does(program, 'run'));
  await page.keyboard.press('Enter');
  await expect(partOf(program, 'status')).toContainText('steps');
  await tabTo(page, does(program, 'explore'));
  await page.keyboard.press('Enter');
  await expect(program.locator('.live-headline')).toContainText('order');
  await tabTo(page, does(program, 'show'));
  await page.keyboard.press('Enter');
  await expect(program.locator('tr[aria-current]')).toHaveCount(1);

  await tabTo(page, does(program, 'edit'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(monaco(program)).toBeVisible();
  await typeOver(page, `console.log('by keys');`);
  await page.keyboard.press('Control+Enter');
  await expect(partOf(program, 'output')).toHaveText('by keys');
  // In an editor Tab indents; Escape gives it back.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(does(program, 'run')).toBeFocused();

  const { exercise, verdict, solution } = await exerciseOn(page);
  await tabTo(page, does(exercise, 'check'));
  await page.keyboard.press('Enter');
  await expect(verdict).toHaveAttribute('data-verdict', 'wrong');
  await expect(verdict).toBeFocused();
  await tabTo(page, does(exercise, 'edit'), 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(monaco(exercise)).toBeVisible();
  await typeOver(page, solution);
  await page.keyboard.press('Control+Enter');
  await expect(verdict).toHaveAttribute('data-verdict', 'right');
  await expect(verdict).toBeFocused();
});

test('the full editor lays a text out anew, and what a screen reader hears of a verdict is where one is', async ({ page }) => {
  await page.goto('foundations/adder-with-a-lock/');
  const exercise = page.locator('live-exercise').first();
  await does(exercise, 'edit').click();
  await expect(monaco(exercise)).toBeVisible();
  await typeOver(page, 'export   const mine=( 1 );');
  await does(exercise, 'format').click();
  await expect(monaco(exercise)).toHaveText('export const mine = (1);');
  await does(exercise, 'reset').click();
  await does(exercise, 'check').click();
  const spoken = exercise.getByRole('group', { name: /^Not right in any of \d+ orders/ });
  await expect(spoken).toBeFocused();
  await expect(spoken).toHaveAccessibleDescription(/^Only one thread writes at a time\./);
});

test('an order that passes is set beside the one that fails, from where they part', async ({ page }) => {
  await page.goto('toolbox/lock-free/');
  const exercise = page.locator('#exercise-key-board');
  await does(exercise, 'check').click();
  await expect(exercise.locator('.verdict-headline')).toHaveText(/^Right in \d+ of \d+ orders/, { timeout: 60_000 });
  const beside = does(exercise, 'beside');
  await beside.focus();
  await page.keyboard.press('Enter');
  await expect(exercise.locator('.hb-lanes .parting-words')).toContainText('the same in both orders');
  await expect(exercise.locator('.hb-lanes')).toContainText('An order in which the scene is right');
  await expect(exercise.getByRole('tabpanel', { name: 'Lanes, one for each task' })).toBeFocused();
  await exercise.getByRole('button', { name: 'Show this order alone' }).click();
  await expect(exercise.locator('.hb-lanes .parting-words')).toBeEmpty();
});

test('of an exercise in which no order is right, none is offered beside', async ({ page }) => {
  await page.goto('foundations/every-order/');
  const exercise = page.locator('#exercise-wait-for-the-squares');
  await does(exercise, 'check').click();
  await expect(exercise.locator('.verdict-headline')).toHaveText(/^Not right in any/, { timeout: 60_000 });
  await expect(does(exercise, 'beside')).toHaveCount(0);
});

test('an answer that does not end is stopped with the scene that it was in', async ({ page }) => {
  await page.goto('foundations/every-order/');
  const exercise = page.locator('#exercise-wait-for-the-squares');
  await page.evaluate(() => localStorage.setItem('happens-before:editor', 'plain'));
  await does(exercise, 'edit').click();
  // A regular expression that no step limit sees.
  await exercise.locator('textarea').fill(exerciseFiles('foundations/every-order/wait-for-the-squares').read('solution.ts').replace(/\{\n/, "{\n  /^(a+)+$/.test('a'.repeat(60) + 'b');\n"));
  await does(exercise, 'check').click();
  await expect(partOf(exercise, 'remarks')).toContainText('in the scene “', { timeout: 60_000 });
});
