/** What the lanes show of a run that fails, and what a reader can do with them, on a program that the reader types. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { complaints } from './axe.ts';
import { does, editPlainly, lessonWith, plain } from './lesson.ts';
import { DIST, lessonPages } from './site.ts';
import { expect, test } from './test.ts';

const program = lessonWith('live-program');

const twoLocks = `import { go, Mutex, WaitGroup } from 'happens-before/go';
const a = new Mutex(), b = new Mutex(), other = new Mutex(), wg = new WaitGroup();
wg.add(2);
go('left', async () => { await a.lock(); await b.lock(); b.unlock(); a.unlock(); wg.done(); });
go('right', async () => { await b.lock(); await a.lock(); a.unlock(); b.unlock(); wg.done(); });
go('busy', async () => { for (let i = 0; i < 3; i++) { await other.lock(); other.unlock(); } });
await wg.wait();
`;

/** The first program of a lesson with `text` in its place, explored. */
async function explored(page: Page, text: string): Promise<Locator> {
  await page.goto(program);
  const live = page.locator('live-program').first();
  await editPlainly(page, live);
  await plain(live).fill(text);
  await does(live, 'explore').click();
  await expect(live.locator('.live-headline')).toContainText('orders tried');
  await expect(live.locator('.hb-lanes.live')).toBeVisible();
  return live;
}
const step = (live: Locator): Promise<string | null> => live.locator('input[type=range]').getAttribute('aria-valuetext');
const button = (live: Locator, name: string): Locator => live.getByRole('button', { name, exact: true });

for (const [width, then] of [
  [1280, 900],
  [360, 320],
] as const) {
  test(`a still picture shows the step that it is about, at ${width} px, and when the window becomes ${then} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('toolbox/semaphores/');
    const isSeen = () =>
      page.locator('.hb-lanes[data-at] .lanes:visible').evaluateAll((boxes) =>
        boxes.map((box) => {
          const frame = box.getBoundingClientRect();
          const step = box.querySelector('rect.at')!.getBoundingClientRect();
          return step.right <= frame.right && step.bottom <= frame.bottom && step.left >= frame.left && step.top >= frame.top;
        }),
      );
    await expect.poll(isSeen).toEqual([true, true, true]);
    await page.setViewportSize({ width: then, height: 900 });
    await expect.poll(isSeen).toEqual([true, true, true]);
  });
}

test('a failing order opens where it was decided, with the rest set aside', async ({ page }) => {
  const live = await explored(page, twoLocks);
  const [, number] = /^Step (\d+) of /.exec((await step(live))!)!;
  await expect(live.locator('.decided')).toContainText(`Step ${number} closes the circle.`);
  await expect(live.locator('svg.steps text.deciding')).toHaveText(new RegExp(`^${number}`));
  await live.getByRole('tab', { name: 'Table' }).click();
  await expect(live.locator('tr[aria-current=step]')).toContainText('decides the failure');
  await live.getByRole('tab', { name: 'Text' }).click();
  await expect(live.locator('pre[role=tabpanel]')).toContainText('closes the circle');
});

test('a deadlock is drawn as a circle, and said', async ({ page }) => {
  const live = await explored(page, twoLocks);
  await expect(live.locator('.cycle svg.circle')).toBeVisible();
  await expect(live.locator('.cycle p')).toHaveText(
    /^(left waits to lock b, which right holds; right waits to lock a, which left holds|right waits .+)\.$/,
  );
});

test('a failing order is set beside one that ends well, and alone again', async ({ page }) => {
  const live = await explored(page, twoLocks);
  await button(live, 'Compare with another order').click();
  await expect(live.locator('.one-label')).toHaveText('An order that ends well');
  await expect(live.locator('.lanes svg.steps')).toHaveCount(2);
  await expect(live.locator('.parting-words')).toContainText('the same in both orders');
  await live.getByRole('tab', { name: 'Table' }).click();
  await expect(live.locator('[role=tabpanel] table')).toHaveCount(2);
  await button(live, 'Show this order alone').click();
  await expect(live.locator('[role=tabpanel] table')).toHaveCount(1);
  await expect(button(live, 'Compare with another order')).toBeFocused();
});

test('a reader who lets another task go can set the new order beside the one before', async ({ page }) => {
  const live = await explored(page, twoLocks);
  await live
    .getByRole('button', { name: /^Let .+ go instead$/ })
    .first()
    .click();
  await button(live, 'Compare with the order before').click();
  await expect(live.locator('.one-label')).toHaveText('The order before');
});

test('all of it is accessible, in both themes and on a telephone', async ({ page }) => {
  const live = await explored(page, twoLocks);
  await live.getByText('Where these orders part').click();
  await expect(live.locator('.orders-tree')).toBeVisible();
  await button(live, 'Compare with another order').click();
  await expect(live.locator('.one-label')).toBeVisible();
  for (const [colorScheme, width, tab] of [
    ['light', 1280, 'Table'],
    ['dark', 360, 'Lanes'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    await live.getByRole('tab', { name: tab }).click();
    expect(await complaints(page, { within: ['live-program'] }), `in the ${colorScheme} theme`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

test('dull stretches are folded, and can be opened by key and by button', async ({ page }) => {
  const dull = twoLocks
    .replace('wg.add(2)', 'wg.add(3)')
    .replace('i < 3', 'i < 60')
    .replace('other.unlock(); }', 'other.unlock(); } wg.done();');
  await page.goto(program);
  const live = page.locator('live-program').first();
  await editPlainly(page, live);
  await plain(live).fill(dull);
  await does(live, 'run').click();
  await expect(live.locator('.hb-lanes.live')).toBeVisible();
  await expect(live.locator('.folded-steps').first()).toContainText('steps');
  const before = await live.locator('svg.steps text.step').count();
  await live.locator('input[type=range]').press('f');
  await expect(button(live, 'All steps')).toHaveAttribute('aria-pressed', 'true');
  expect(await live.locator('svg.steps text.step').count()).toBeGreaterThan(before);
  await button(live, 'All steps').click();
  await expect(live.locator('svg.steps text.step')).toHaveCount(before);
});

test('TR67 the figure is copied as text, and saved as a picture that needs no stylesheet', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const live = await explored(page, twoLocks);
  await button(live, 'Copy as text').click();
  await expect(live.locator('.said')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Deadlock: ');
  const [download] = await Promise.all([page.waitForEvent('download'), button(live, 'Save as SVG').click()]);
  expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+-step-\d+-of-\d+\.svg$/);
  const svg = readFileSync(await download.path(), 'utf8');
  expect(svg).toContain('<title>');
  expect(svg).toContain('Deadlock: ');
  expect(svg).not.toMatch(/ class="|var\(--/);
  expect(svg).toMatch(/style="[^"]*fill:rgb/);
});

test('the orders are drawn as a tree, and one is picked from it', async ({ page }) => {
  const live = await explored(page, twoLocks);
  await live.getByText('Where these orders part').click();
  const rows = live.locator('.orders-tree li');
  await expect(rows).toHaveCount(await live.locator('[data-part=orders] tbody tr').count());
  await expect(live.locator('.orders-tree svg')).toBeVisible();
  const wrong = rows.getByRole('button', { name: /^deadlock/ });
  await wrong.click();
  await expect(live.locator('.orders-tree li[aria-current]')).toHaveCount(1);
  await expect(live.locator('.orders-tree li[aria-current]')).toContainText('deadlock');
  await expect(live.locator('.decided')).toContainText('closes the circle');
});

test('a line of the code that is pointed at lights the steps that ran it', async ({ page }) => {
  await page.goto(program);
  const live = page.locator('live-program').first();
  await does(live, 'run').click();
  await expect(live.locator('.hb-lanes.live')).toBeVisible();
  const [line] = await live.locator('[data-mark=wrong]').evaluateAll((lines) => lines.map((each) => (each as HTMLElement).dataset.line));
  await live.locator(`code [data-line="${line}"]`).hover();
  await expect(live.locator('rect.run.lit').first()).toBeVisible();
  await does(live, 'run').hover();
  await expect(live.locator('rect.run.lit')).toHaveCount(0);
});

test('without script, the mode with a GIL shows who holds it', async ({ browser }) => {
  const page = lessonPages().find((address) => readFileSync(path.join(DIST, address, 'index.html'), 'utf8').includes('>GIL</text>'));
  expect(page).toBeDefined();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(process.env.COURSE_URL! + page!);
  await expect(tab.locator('.hb-lanes .turn').first()).toBeVisible();
  await context.close();
});
