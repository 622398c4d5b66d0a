/** The lab where the page is isolated, where it is not, and without script. What is measured is never looked at, only that it was. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { serve } from '../scripts/lib/static-server.mjs';
import { complaints } from './axe.ts';
import { does, lessonWith, partOf } from './lesson.ts';
import { BASE, DIST } from './site.ts';
import { expect, test } from './test.ts';

const kinds = ['speed-up', 'gil', 'lost-updates', 'locks'];
const measurement = (page: Page, what: string): Locator => page.locator(`#measure-${what}`);
const measure = (live: Locator): Locator => live.getByRole('button', { name: 'Measure on this machine' });
const isIsolated = (page: Page): Promise<boolean> => page.evaluate(() => crossOriginIsolated);

/** The site from a server that sends headers for isolation. */
const servedWith = (isolated: boolean | 'lab') =>
  test.extend({
    // Playwright wants the braces, and no fixture is needed.
    // eslint-disable-next-line no-empty-pattern
    baseURL: async ({}, use) => {
      const server = await serve({ folder: DIST, port: 0, base: BASE, isolated });
      await use(server.url);
      await server.close();
    },
  });

async function showsWhatWasRecorded(page: Page): Promise<void> {
  for (const what of kinds) {
    const recorded = measurement(page, what).getByRole('region', { name: 'Recorded' });
    await expect(recorded.locator('svg').filter({ visible: true }).first()).toBeVisible();
    await recorded.getByText('The numbers').first().click();
    await expect(recorded.getByRole('table').first()).toBeVisible();
    await expect(recorded).toContainText(/Recorded \d{4}-\d\d-\d\d on .*Chromium/);
  }
}

test('a host without the headers: the page says so, and shows what was recorded', async ({ page }) => {
  await page.goto('lab/');
  expect(await isIsolated(page)).toBe(false);
  for (const what of kinds) {
    const live = measurement(page, what);
    await expect(live).toContainText('This host does not send the two headers');
    await expect(live.getByRole('button', { name: 'Prepare this page' })).toBeVisible();
    await expect(measure(live)).toBeHidden();
  }
  await showsWhatWasRecorded(page);
});

test.describe('with service workers', () => {
  test.use({ serviceWorkers: 'allow' });
  test('the page makes up for the headers when asked to, and takes it back', async ({ page }) => {
    await page.goto('lab/');
    const live = measurement(page, 'lost-updates');
    await live.getByRole('button', { name: 'Prepare this page' }).click();
    await expect(measure(live)).toBeVisible();
    expect(await isIsolated(page)).toBe(true);
    await measure(live).click();
    await expect(live).toContainText('Measured. Your numbers stand beside the recorded ones.');
    // Nothing but this page is changed by it. What keeps the site for offline reading is in charge of all its pages, and is not meant by the buttons here.
    await page.goto('contents/');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    expect(await isIsolated(page)).toBe(false);
    await page.goto('lab/');
    await live.getByRole('button', { name: 'Leave this page as its host sends it' }).click();
    await expect(live.getByRole('button', { name: 'Prepare this page' })).toBeVisible();
    expect(await isIsolated(page)).toBe(false);
  });
});

test.describe('inside a page of another site', () => {
  test.use({ expected: [/third party/] });
  test('it says so, and offers a tab of its own', async ({ page, baseURL }) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'framing-'));
    writeFileSync(path.join(folder, 'index.html'), `<!doctype html><title>Other</title><link rel="icon" href="data:,"><iframe title="course" width="900" height="700" src="${baseURL!}lab/"></iframe>`);
    const other = await serve({ folder, port: 0 });
    try {
      await page.goto(other.url);
      const live = page.frameLocator('iframe').locator('#measure-gil');
      await expect(live).toContainText('This page stands inside a page of another site');
      await expect(live.getByRole('link', { name: 'Open in a tab of its own' })).toBeVisible();
      await expect(live.getByRole('button').filter({ visible: true })).toHaveCount(0);
    } finally {
      await other.close();
      rmSync(folder, { recursive: true });
    }
  });
});

const inLab = servedWith('lab');

inLab('where the page is isolated, the keyboard measures, stops and measures again', async ({ page }) => {
  await page.goto('lab/');
  expect(await isIsolated(page)).toBe(true);
  const live = measurement(page, 'speed-up');
  await measure(live).focus();
  await page.keyboard.press('Enter');
  await expect(live.getByRole('button', { name: 'Stop' })).toBeFocused();
  await expect(live.getByRole('progressbar', { name: 'Measured so far' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(live.getByRole('status')).toHaveText('Stopped.');
  await expect(live.getByRole('region', { name: 'Your machine' })).toBeHidden();
  await expect(measure(live)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(live.getByRole('status')).toHaveText('Measured. Your numbers stand beside the recorded ones.');
  await expect(live.getByRole('progressbar')).toBeHidden();
  const yours = live.getByRole('region', { name: 'Your machine' });
  await yours.getByText('The numbers').click();
  await expect(yours.getByRole('table')).toContainText('workers');
  await expect(yours).toContainText('The browser says that this machine has');
  await expect(live.getByRole('region', { name: 'Recorded' })).toBeVisible();
});

inLab('what was measured is accessible in both themes', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('lab/');
  const live = measurement(page, 'lost-updates');
  await measure(live).click();
  await expect(live.getByRole('status')).toContainText('Measured.');
  await live.getByRole('region', { name: 'Your machine' }).getByText('The numbers').first().click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await complaints(page, { within: ['#measure-lost-updates'] }), `in the ${colorScheme} theme`).toEqual([]);
  }
});

inLab('one measurement of a page at a time, and all of them can be made', async ({ page }) => {
  // Against hanging only, as everywhere: these take their time.
  inLab.slow();
  await page.goto('lab/');
  // Both within one task of the page: a fast machine ends the first before a second click from here arrives.
  const buttons = await Promise.all(['locks', 'gil'].map((what) => measure(measurement(page, what)).elementHandle()));
  await page.evaluate((pressed) => pressed.forEach((button) => (button as HTMLButtonElement).click()), buttons);
  await expect(measurement(page, 'gil').getByRole('status')).toContainText('Another measurement of this page is under way.');
  for (const what of ['locks', 'gil', 'lost-updates']) {
    const live = measurement(page, what);
    if (what !== 'locks') await measure(live).click();
    await expect(live.getByRole('status')).toContainText('Measured.', { timeout: 120_000 });
    await expect(live.getByRole('region', { name: 'Your machine' }).getByRole('listitem').first()).toBeVisible();
  }
});

inLab('on a narrow page nothing is wider than the page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('lab/');
  for (const what of kinds) {
    const picture = measurement(page, what).locator('svg').filter({ visible: true }).first();
    expect((await picture.boundingBox())!.width).toBeLessThanOrEqual(280);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

servedWith(true)('programs run and exercises are checked on an isolated page as on any other', async ({ page }) => {
  await page.goto(lessonWith('live-exercise'));
  expect(await isIsolated(page)).toBe(true);
  const program = page.locator('live-program').first();
  await does(program, 'explore').click();
  await expect(does(program, 'show')).toBeVisible();
  const exercise = page.locator('live-exercise').first();
  await does(exercise, 'check').click();
  await expect(partOf(exercise, 'verdict')).toHaveAttribute('data-verdict', 'wrong');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the lab is what was recorded, and says what script would add', async ({ page }) => {
    await page.goto('lab/');
    await expect(measurement(page, 'gil').getByText('To measure on your own machine, this page needs script.')).toBeVisible();
    await expect(page.locator('main').getByRole('button').filter({ visible: true })).toHaveCount(0);
    await showsWhatWasRecorded(page);
  });
});
