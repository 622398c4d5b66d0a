/** The reader in the scheduler's place: on a program of a lesson, on an own one, and as an exercise. */
import type { Locator, Page } from '@playwright/test';
import { encodeRun } from '../src/progress/index.ts';
import { complaints } from './axe.ts';
import { does, editPlainly, partOf, plain } from './lesson.ts';
import { expect, test } from './test.ts';

const program = 'foundations/every-order/';
const broken = program;

const task = (game: Locator, name: string): Locator => game.locator('.game-task', { has: game.page().locator('b', { hasText: new RegExp(`^${name}$`) }) }).first();
const said = (game: Locator): Locator => game.locator('.game-said');

/** Lets these go, one after the other, each when it is offered. */
async function letGo(game: Locator, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const before = await game.locator('.game-count').textContent();
    await task(game, name).click();
    await expect(game.locator('.game-count')).not.toHaveText(before!);
  }
}

async function play(live: Locator): Promise<Locator> {
  await does(live, 'play').click();
  const game = partOf(live, 'game');
  await expect(game.locator('.game-task, .game-said:not(:empty)').first()).toBeVisible();
  return game;
}

async function myProgram(page: Page, text: string): Promise<Locator> {
  await page.goto(program);
  const live = page.locator('live-program').first();
  await editPlainly(page, live);
  await plain(live).fill(text);
  return live;
}

const twoLocks = `import { go, Mutex, WaitGroup } from 'happens-before/go';
const ink = new Mutex();
const pen = new Mutex();
const wg = new WaitGroup();
wg.add(2);
go('a', async () => { await ink.lock(); await pen.lock(); pen.unlock(); ink.unlock(); wg.done(); });
go('b', async () => { await pen.lock(); await ink.lock(); ink.unlock(); pen.unlock(); wg.done(); });
await wg.wait();
`;

test.describe('a program of the page', () => {
  test('GM1 GM2 states the goal, its par, and what each task is about to do', async ({ page }) => {
    await page.goto(program);
    const game = await play(page.locator('live-program').first());
    await expect(game.locator('.game-goal')).toContainText('Make it');
    await expect(game.locator('.game-goal')).toContainText('Par:');
    await expect(game.locator('select')).toHaveValue('0');
    await expect(task(game, 'a')).toContainText('start');
    await letGo(game, ['a']);
    await expect(task(game, 'a')).toContainText('read counter');
    await expect(task(game, 'a')).toContainText('line 7: const seen = counter;');
    await expect(task(game, 'b')).toContainText('forced switch');
  });

  test('GM3 undoes moves, one by one and all', async ({ page }) => {
    await page.goto(program);
    const game = await play(page.locator('live-program').first());
    const first = await game.locator('.game-ready').textContent();
    await letGo(game, ['a', 'a']);
    await game.getByRole('button', { name: 'Undo' }).click();
    await expect(game.locator('.game-count')).toContainText('1 choice');
    await game.getByRole('button', { name: 'Start again' }).click();
    await expect(game.locator('.game-ready')).toHaveText(first!);
    await expect(game.getByRole('button', { name: 'Undo' })).toBeDisabled();
  });

  test('GM4 is won by an order that reaches the goal, and shows it', async ({ page }) => {
    await page.goto(program);
    const live = page.locator('live-program').first();
    const game = await play(live);
    await game.locator('select').selectOption({ label: 'print 1' });
    await letGo(game, ['a', 'b', 'b', 'a']);
    await game.getByRole('button', { name: 'Let the rest run' }).click();
    await expect(game).toHaveAttribute('data-end', 'right');
    await expect(said(game)).toContainText('Done. It ends, and prints 1.');
    await expect(partOf(live, 'output')).toHaveText('1');
    await expect(does(live, 'copy')).toBeVisible();
  });

  test('GM5 hints say how far it is, then who goes, then that the way is closed', async ({ page }) => {
    await page.goto(program);
    const game = await play(page.locator('live-program').first());
    await game.locator('select').selectOption({ label: 'print 1' });
    await expect(game.locator('.game-goal')).toContainText('Par: 1 forced switch.');
    const hint = game.getByRole('button', { name: 'Hint' });
    await hint.click();
    await expect(said(game)).toHaveText('The nearest order that reaches it needs 1 more forced switch from here.');
    await hint.click();
    await expect(said(game)).toContainText(/^Let [ab] go: start\.$/);
    await letGo(game, ['a', 'a', 'a']);
    await hint.click();
    await expect(said(game)).toContainText('closed the way: undo');
    await expect(game.locator('.game-count')).toContainText('3 hints');
  });

  test('GM8 can be played with keys alone, and keeps the focus', async ({ page }) => {
    await page.goto(program);
    const live = page.locator('live-program').first();
    await does(live, 'play').focus();
    await page.keyboard.press('Enter');
    const game = partOf(live, 'game');
    await expect(game.locator('.game-task').first()).toBeFocused();
    for (const key of ['1', '2', '2', '1']) {
      const before = await said(game).textContent();
      await page.keyboard.press(key);
      await expect(said(game)).not.toHaveText(before!);
      await expect(game.locator(':focus')).toHaveCount(1);
    }
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('let the rest run');
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await expect(game.locator('.game-count')).toContainText('3 choices');
    await page.keyboard.press('r');
    await expect(game).toHaveAttribute('data-end', /right|wrong/);
    await expect(game.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(game).toBeHidden();
    await expect(does(live, 'play')).toBeFocused();
  });

  test('GM9 goes back to the choice that is pointed at in the picture', async ({ page }) => {
    await page.goto(program);
    const live = page.locator('live-program').first();
    const game = await play(live);
    await letGo(game, ['a', 'a', 'a']);
    const lanes = partOf(live, 'lanes');
    await lanes.locator('tbody tr, [data-view=table]').first().waitFor({ state: 'attached' });
    await lanes.locator('input[type=range]').focus();
    await page.keyboard.press('[');
    await lanes.getByRole('button', { name: /Let b go instead/ }).click();
    await expect(said(game)).toContainText('b: start.');
  });

  test('GM12 goes on where it was after a run, and is gone after a change', async ({ page }) => {
    await page.goto(program);
    const live = page.locator('live-program').first();
    const game = await play(live);
    await letGo(game, ['a', 'a']);
    await does(live, 'run').click();
    await expect(game).toBeHidden();
    await does(live, 'play').click();
    await expect(game.locator('.game-count')).toContainText('2 choices');
    await editPlainly(page, live);
    await plain(live).fill(twoLocks);
    await expect(game).toBeHidden();
    await does(live, 'play').click();
    await expect(game.locator('.game-goal')).toContainText('deadlock');
  });
});

test.describe('an own program', () => {
  test('GM7 GM4 can be brought to deadlock', async ({ page }) => {
    const game = await play(await myProgram(page, twoLocks));
    await expect(game.locator('.game-goal')).toContainText('Make it deadlock. Par: 1 forced switch.');
    for (let move = 0; move < 20 && (await task(game, 'a').count()) > 0 && !(await task(game, 'a').textContent())!.includes('lock pen'); move++) await letGo(game, ['a']);
    for (let move = 0; move < 20 && (await game.locator('.game-task').count()) > 0; move++) await letGo(game, ['b']);
    await expect(said(game)).toContainText('Deadlock: a and b wait for each other');
  });

  test('GM6 has no failing order, which can be proved', async ({ page }) => {
    const game = await play(await myProgram(page, twoLocks.replace('await pen.lock(); await ink.lock();', 'await ink.lock(); await pen.lock();')));
    await game.getByRole('button', { name: 'No order can do it' }).click();
    await expect(said(game)).toContainText(/Right, and proved: all \d+ orders were tried, and none does it\./);
  });

  test('GM2 has nothing to choose, and says so', async ({ page }) => {
    const live = await myProgram(page, `console.log('hello');`);
    const game = await play(live);
    await expect(said(game)).toContainText('There is only one order');
    await expect(partOf(live, 'output')).toHaveText('hello');
  });

  test('GM2 that does not compile says why, and no game begins', async ({ page }) => {
    const live = await myProgram(page, 'const = 1;');
    await does(live, 'play').click();
    await expect(partOf(live, 'remarks')).toContainText('line 1');
    await expect(partOf(live, 'game')).toBeHidden();
  });
});

test.describe('an exercise', () => {
  test('GM10 is solved by an order, and the evidence is kept', async ({ page }) => {
    await page.goto(broken);
    const live = page.locator('live-break').first();
    const game = await play(live);
    await expect(game.locator('.game-goal')).not.toContainText('Par');
    await letGo(game, ['a', 'b', 'b', 'a', 'a']);
    await game.getByRole('button', { name: 'Let the rest run' }).click();
    await expect(game).toHaveAttribute('data-end', 'right');
    const kept = await page.evaluate(() => localStorage.getItem('happens-before:solved:foundations/every-order/lose-one'));
    expect(JSON.parse(kept!)).toMatchObject({ schedule: expect.stringMatching(/^main/), hints: 0, code: expect.stringContaining('let counter = 0;') });
  });

  test('GM10 GM6 is solved by the proof that no order does it', async ({ page }) => {
    await page.goto(broken);
    const game = await play(page.locator('live-break').nth(1));
    await game.getByRole('button', { name: 'No order can do it' }).click();
    await expect(said(game)).toContainText('Right, and proved');
    const kept = await page.evaluate(() => localStorage.getItem('happens-before:solved:foundations/every-order/lose-both'));
    expect(JSON.parse(kept!)).toMatchObject({ proof: 'none' });
  });

  test('GM13 plays the order of a link, and is not solved by it', async ({ page }) => {
    await page.goto(broken);
    const answer = (await page.locator('#break-lose-one .exercise-solution code').first().textContent())!;
    for (const [schedule, say, end] of [
      [answer, 'Done.', 'right'],
      ['main', 'That is not the goal', 'wrong'],
      [`${answer.split(' ')[0]} nobody`, 'does not fit', undefined],
    ] as const) {
      await page.goto(`${broken}${encodeRun({ at: 'break-lose-one', mode: 'preemptive', schedule })!}`);
      await page.reload();
      const live = page.locator('#break-lose-one');
      await expect(live.locator('.live-link')).toContainText('Press “Be the scheduler”');
      const game = await play(live);
      await expect(said(game)).toContainText(say);
      if (end !== undefined) await expect(game).toHaveAttribute('data-end', end);
    }
    expect(await page.evaluate(() => localStorage.getItem('happens-before:solved:foundations/every-order/lose-one'))).toBeNull();
  });

  test('GM10 is not solved by a wrong claim', async ({ page }) => {
    await page.goto(broken);
    const game = await play(page.locator('live-break').first());
    await game.getByRole('button', { name: 'No order can do it' }).click();
    await expect(said(game)).toContainText('Some order does it');
    expect(await page.evaluate(() => localStorage.getItem('happens-before:solved:foundations/every-order/lose-one'))).toBeNull();
  });

  test('GM11 is whole without script', async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(broken);
    const live = page.locator('live-break').first();
    await expect(live).toContainText('Goal: make it print 1, or prove that no order can.');
    await live.locator('.exercise-solution > summary').click();
    await expect(live.locator('.hb-lanes')).toBeVisible();
    await expect(live.getByRole('button', { name: 'Be the scheduler' })).toBeHidden();
    await page.context().close();
  });

  test('has no accessibility fault while it is played, and fits 320 px', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(broken);
    const live = page.locator('live-break').first();
    const game = await play(live);
    await letGo(game, ['a', 'b']);
    await game.getByRole('button', { name: 'Keys' }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await complaints(page, { within: ['live-break'] })).toEqual([]);
  });
});
