/** The course without a network, and what happens when a new version of it is put up. The network is a server of our own that goes away. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../scripts/lib/static-server.mjs';
import { filesOf, workerFor } from '../vite/offline.ts';
import { does, editPlainly, partOf, plain } from './lesson.ts';
import { DIST, sitePages } from './site.ts';
import { expect, test } from './test.ts';

// Its server is another than that of the other tests, and it is meant to fail.
test.use({ serviceWorkers: 'allow', expected: [/^third party: http:\/\/127\.0\.0\.1:|ERR_|Failed to fetch|service worker/i] });

const lesson = 'foundations/every-order/';
const ready = (page: Page) => expect(page.locator('html[data-offline=ready]')).toBeAttached({ timeout: 40_000 });

test('OF1 gives every page of the course without a network, after one visit to one of them', async ({ page }) => {
  test.setTimeout(120_000);
  const server = await serve({ folder: DIST, port: 0, base: '/' });
  await page.goto(`${server.url}glossary/`);
  await ready(page);
  await server.close();
  for (const address of sitePages().filter((each) => !each.startsWith('lab'))) {
    const answer = await page.evaluate(async (url) => (await fetch(url)).text(), `${server.url}${address}`);
    expect(answer, address).toContain('<h1');
  }
});

test('OF2 runs, checks and keeps without a network', async ({ page }) => {
  test.setTimeout(120_000);
  const server = await serve({ folder: DIST, port: 0, base: '/' });
  await page.goto(server.url);
  await ready(page);
  await server.close();
  await page.goto(`${server.url}${lesson}`);
  await expect(page.locator('h1')).toHaveText('Every order');
  const live = page.locator('live-program').first();
  await editPlainly(page, live);
  await plain(live).fill(`console.log('no network');`);
  await does(live, 'run').click();
  await expect(partOf(live, 'output')).toHaveText('no network');
  const exercise = page.locator('live-exercise').first();
  await does(exercise, 'check').click();
  await expect(partOf(exercise, 'verdict')).toHaveAttribute('data-verdict', 'wrong');
  const game = page.locator('live-break').nth(1);
  await does(game, 'play').click();
  await partOf(game, 'game').getByRole('button', { name: 'No order can do it' }).click();
  await page.goto(`${server.url}progress/`);
  await expect(page.locator('[data-part=count]')).toContainText('1 of ');
  await page.goto(`${server.url}${lesson}`);
  await editPlainly(page, page.locator('live-program').first());
  await expect(plain(page.locator('live-program').first())).toHaveValue(`console.log('no network');`);
  // A page that there is not.
  await page.goto(`${server.url}nowhere/`);
  await expect(page.locator('h1')).toBeVisible();
});

test('OF3 tells of a new version, and loads it only when it is asked to', async ({ page }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'happens-before-site-'));
  cpSync(DIST, folder, { recursive: true });
  const server = await serve({ folder, port: 0, base: '/' });
  try {
    await page.goto(`${server.url}glossary/`);
    await ready(page);
    const file = path.join(folder, 'glossary/index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/<h1([^>]*)>[^<]*/, '<h1$1>A newer glossary'));
    writeFileSync(path.join(folder, 'sw.js'), workerFor(filesOf(folder)));
    await page.reload();
    await expect(page.locator('h1')).toHaveText('Glossary');
    const notice = page.locator('.new-version');
    await expect(notice).toContainText('There is a new version of the course.', { timeout: 40_000 });
    await notice.getByRole('button', { name: 'Later' }).click();
    await page.reload();
    await expect(page.locator('h1')).toHaveText('Glossary');
    await notice.getByRole('button', { name: 'Load it' }).click();
    await expect(page.locator('h1')).toHaveText('A newer glossary');
    await expect(notice).toHaveCount(0);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
});

test('OF4 keeps every page, and leaves out the full editor', async ({ page }) => {
  test.setTimeout(120_000);
  const server = await serve({ folder: DIST, port: 0, base: '/' });
  try {
    await page.goto(server.url);
    await ready(page);
    const kept = await page.evaluate(async () => {
      const [name] = await caches.keys();
      return (await (await caches.open(name!)).keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain(`/${lesson}`);
    expect(kept.filter((each) => /ts\.worker|full\./.test(each))).toEqual([]);
  } finally {
    await server.close();
  }
});
