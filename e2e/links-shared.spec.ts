/** Links to one order of a program: copied by one reader, opened by another who has a text of their own. */
import type { Locator, Page } from '@playwright/test';
import { complaints } from './axe.ts';
import { expect, test } from './test.ts';

const lesson = 'foundations/every-order/';
const id = 'program-lost-update';
const exerciseId = 'exercise-wait-for-the-squares';

const fragment = (value: unknown): string => `#run=${Buffer.from(JSON.stringify(value)).toString('base64url')}`;
const unpack = (link: string): Record<string, string> =>
  JSON.parse(Buffer.from(new URL(link).hash.slice('#run='.length), 'base64url').toString('utf8')) as Record<string, string>;

const live = (page: Page, at = id): Locator => page.locator(`#${at}`);
const does = (root: Locator, name: string): Locator => root.locator(`[data-do=${name}]`).first();
const notice = (root: Locator): Locator => root.locator('.live-link');
const code = (root: Locator): Locator => root.locator('textarea');
const listing = (root: Locator): Locator => root.locator('[data-part=listing] code').first();
const output = (root: Locator): Locator => root.locator('[data-part=output]');
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Counts from the mount of the page: a frame is made before anything can run. */
const expectNothingRan = async (page: Page): Promise<void> => expect(await page.locator('iframe').count()).toBe(0);

async function write(page: Page, root: Locator, text: string): Promise<void> {
  await page.evaluate(() => localStorage.setItem('happens-before:editor', 'plain'));
  await does(root, 'edit').click();
  await expect(code(root)).toBeFocused();
  await code(root).fill(text);
}

/** Another address of the same page loads nothing by itself; a reader who opens a link does load it. */
async function open(page: Page, link: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
}

const twoVoices = (first: string, second: string): string =>
  `import { go, WaitGroup } from 'happens-before/go';
const wg = new WaitGroup();
wg.add(2);
go('${first}', async () => { console.log('${first}'); wg.done(); });
go('${second}', async () => { console.log('${second}'); wg.done(); });
await wg.wait();`;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('an order goes to somebody else as a link, and runs there when asked', async ({ page, browser }) => {
  await page.goto(lesson);
  await does(live(page), 'explore').click();
  const rows = live(page).locator('[data-part=orders] tbody tr');
  await expect(rows.first()).toBeVisible();
  for (const wanted of ['1', '2']) {
    const row = rows.filter({ has: page.locator('pre', { hasText: wanted }) }).first();
    await does(row, 'copy').click();
    await expect(live(page).locator('[data-part=status]')).toContainText('Link copied');
    const link = await copied(page);
    expect(unpack(link)).not.toHaveProperty('c');

    const context = await browser.newContext();
    const other = await context.newPage();
    const asked: string[] = [];
    other.on('request', (request) => asked.push(request.url()));
    await other.goto(link);
    await expect(notice(live(other))).toContainText('This link brings one order of this program. Press Run to see it.');
    await expect(notice(live(other))).toBeInViewport();
    await expect(output(live(other))).toBeHidden();
    await expectNothingRan(other);
    await does(live(other), 'run').click();
    await expect(output(live(other))).toHaveText(wanted);
    await expect(notice(live(other))).toContainText('This is the order that the link brought.');
    // The author's caption speaks of the lost increment, so it goes when nothing is lost.
    await expect(live(other).locator('figcaption')).toBeVisible({ visible: wanted === '1' });
    expect(asked.filter((url) => url.includes('run='))).toEqual([]);
    await context.close();
  }
});

test('a changed program goes along, and the order on show with it', async ({ page, browser }) => {
  await page.goto(lesson);
  await expect(does(live(page), 'copy')).toBeHidden();
  await write(page, live(page), twoVoices('x', 'y'));
  await does(live(page), 'explore').click();
  await does(live(page).locator('[data-part=orders] tbody tr').last(), 'show').click();
  await expect(live(page).locator('tr[aria-current]')).toHaveCount(1);
  const shown = await output(live(page)).textContent();
  await does(live(page).locator('[data-part=bar]'), 'copy').click();
  await expect(does(live(page).locator('[data-part=bar]'), 'copy')).toHaveText('Copied');
  const link = await copied(page);
  expect(unpack(link)['c']).toContain('wg.wait()');
  // A run of another text is none that the button could send.
  await code(live(page)).press('End');
  await code(live(page)).pressSequentially(' ');
  await expect(does(live(page).locator('[data-part=bar]'), 'copy')).toBeHidden();

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await expect(notice(live(other))).toContainText('This link brings a program and one order of it. Press Run to see it.');
  await expect(listing(live(other))).toContainText(`go('y'`);
  await expectNothingRan(other);
  await does(live(other), 'run').click();
  await expect(output(live(other))).toHaveText(shown!);
  await context.close();
});

test('an order that no longer fits says so, and what can be done', async ({ page }) => {
  await page.goto(lesson + fragment({ p: id, c: twoVoices('x', 'y'), s: 'main*2 y x' }));
  await expect(notice(live(page))).toBeVisible();
  await write(page, live(page), twoVoices('x', 'z'));
  await does(live(page), 'run').click();
  const remarks = live(page).locator('[data-part=remarks]');
  await expect(remarks).toContainText('replay went differently at step');
  await expect(remarks).toContainText('the schedule says y, but only');
  await expect(notice(live(page))).toContainText('does not fit the program as it stands here');
  await expect(does(remarks, 'link-explore')).toBeVisible();
  await does(remarks, 'link-run').click();
  await expect(output(live(page))).toContainText('z');
  await expect(code(live(page))).toHaveValue(twoVoices('x', 'z'));
  await does(live(page), 'reset').click();
  await expect(code(live(page))).toHaveValue(twoVoices('x', 'y'));
});

test('a link leaves the reader’s own text alone, and theirs and the link’s are a press apart', async ({ page }) => {
  const mine = `console.log('mine');`;
  const theirs = `console.log('theirs');`;
  const link = lesson + fragment({ p: id, c: theirs, s: 'main' });
  await page.goto(lesson);
  await write(page, live(page), mine);
  await open(page, link);
  await expect(notice(live(page))).toContainText('Your own version is kept: show it');
  await expect(listing(live(page))).toHaveText(theirs);
  await does(live(page), 'run').click();
  await expect(output(live(page))).toHaveText('theirs');

  // A change of theirs is kept with the link; mine stays mine.
  await write(page, live(page), `console.log('theirs, changed');`);
  await does(live(page), 'link-own').click();
  await expect(code(live(page))).toHaveValue(mine);
  await expect(output(live(page))).toBeHidden();
  await does(live(page), 'run').click();
  await expect(output(live(page))).toHaveText('mine');
  await does(live(page), 'link-theirs').click();
  await expect(code(live(page))).toHaveValue(`console.log('theirs, changed');`);

  await open(page, link);
  await expect(notice(live(page))).toContainText('Your changes to it are kept.');
  await expectNothingRan(page);
  await open(page, lesson);
  await does(live(page), 'edit').click();
  await expect(code(live(page))).toHaveValue(mine);
  // Without the link, what was made of it is still there.
  await does(live(page), 'link-theirs').click();
  await expect(code(live(page))).toHaveValue(`console.log('theirs, changed');`);
  await does(live(page), 'link-own').click();
  await expect(code(live(page))).toHaveValue(mine);
});

test('a draft that was never opened outlives a run of the first version', async ({ page }) => {
  await page.goto(lesson);
  await write(page, live(page), `console.log('mine');`);
  await page.reload();
  await does(live(page), 'run').click();
  await expect(live(page).locator('[data-part=status]')).toContainText('steps');
  await does(live(page), 'edit').click();
  await expect(code(live(page))).toHaveValue(`console.log('mine');`);
});

test.describe('a fragment that is no such link', () => {
  const hostile = `</script><img src=x onerror="document.title='taken'">`;
  const cases: readonly (readonly [string, string, string])[] = [
    ['is cut off', fragment({ p: id, s: 'main' }).slice(0, -7), 'cannot be read'],
    ['is no base64', '#run=%3Cscript%3Ealert(1)%3C/script%3E', 'cannot be read'],
    ['holds no JSON', '#run=aGVsbG8', 'cannot be read'],
    ['is empty', '#run=', 'cannot be read'],
    ['has a wrong type', fragment({ p: id, c: ['x'], s: 'main' }), 'not one that this course makes'],
    ['has no schedule for a schedule', fragment({ p: id, s: '*'.repeat(20) }), 'not one that this course makes'],
    ['names what is no program', fragment({ p: 'sidebar' }), 'not one that this course makes'],
    ['names an unknown program', fragment({ p: 'program-nobody' }), 'not on this page'],
    ['has markup for a name', fragment({ p: `program-${hostile}` }), 'not one that this course makes'],
    ['is too long', fragment({ p: id, c: 'x'.repeat(60_000) }), 'longer than any'],
  ];
  for (const [what, end, says] of cases) {
    test(`gets a sentence and changes nothing: it ${what}`, async ({ page }) => {
      await page.goto(lesson);
      const before = await live(page).innerText();
      await open(page, lesson + end);
      await expect(page.locator('.link-problem')).toContainText(says);
      expect(await live(page).innerText()).toBe(before);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await expectNothingRan(page);
    });
  }

  test('or is one whose text is hostile: it is text', async ({ page }) => {
    const title = (await page.goto(lesson), await page.title());
    await open(page, lesson + fragment({ p: id, c: `// ${hostile}`, s: hostile.replaceAll(/[\s*/]/g, '') }));
    await expect(listing(live(page))).toHaveText(`// ${hostile}`);
    await expect(notice(live(page))).toContainText('onerror=');
    expect(await live(page).locator('img, script').count()).toBe(0);
    await expect(page).toHaveTitle(title);
  });

  test('or names something that every object has', async ({ page }) => {
    await page.goto(lesson + fragment({ p: id, m: 'constructor' }));
    await expect(page.locator('.link-problem')).toContainText('not one that this course makes');
  });
});

test('a second link into the page that is open takes the place of the first', async ({ page }) => {
  await page.goto(lesson + fragment({ p: id, c: `console.log('one');`, s: '' }));
  await expect(listing(live(page))).toHaveText(`console.log('one');`);
  await page.evaluate((hash) => (location.hash = hash), fragment({ p: id, c: `console.log('two');`, s: '' }));
  await expect(listing(live(page))).toHaveText(`console.log('two');`);
  await expect(notice(live(page))).toHaveCount(1);
  await page.evaluate(() => (location.hash = '#run=broken!'));
  await expect(page.locator('.link-problem')).toBeInViewport();
  await expect(listing(live(page))).toHaveText(`console.log('two');`);
});

test('without a mouse: open, run, drop the order', async ({ page }) => {
  await page.goto(lesson + fragment({ p: id, s: 'main*2 a*2 b' }));
  await expect(notice(live(page))).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(does(live(page), 'link-drop')).toBeFocused();
  for (let presses = 0; presses < 4 && !(await does(live(page), 'run').evaluate((run) => run === document.activeElement)); presses++) {
    await page.keyboard.press('Tab');
  }
  await expect(does(live(page), 'run')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(output(live(page))).toHaveText('1');
  const copy = does(live(page).locator('[data-part=bar]'), 'copy');
  for (let presses = 0; presses < 4 && !(await copy.evaluate((button) => button === document.activeElement)); presses++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(copy).toHaveText('Copied');
  expect(unpack(await copied(page))).toMatchObject({ p: id, s: expect.stringContaining('main') as unknown });
  await does(live(page), 'link-drop').focus();
  await page.keyboard.press('Enter');
  await expect(notice(live(page))).toBeHidden();
});

test('where a page may not copy, the link stands there to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(lesson);
  await does(live(page), 'run').click();
  await does(live(page).locator('[data-part=bar]'), 'copy').click();
  await expect(live(page).locator('.link-field')).toBeFocused();
  expect(unpack(await live(page).locator('.link-field').inputValue())).toHaveProperty('p', id);
});

test('the failing order of an answer goes to somebody else, who checks it as usual', async ({ page, browser }) => {
  await page.goto(lesson);
  const root = live(page, exerciseId);
  const starter = await listing(root).textContent();
  await write(page, root, `${starter!.trimEnd()}\n// as I have it\n`);
  await does(root, 'check').click();
  await expect(root.locator('[data-part=verdict]')).toHaveAttribute('data-verdict', 'wrong');
  await does(root.locator('[data-part=verdict]'), 'copy').click();
  await expect(root.locator('[data-part=status]')).toContainText('Link copied');
  const link = await copied(page);
  expect(unpack(link)).toMatchObject({ p: exerciseId, n: expect.any(String) as unknown, s: expect.any(String) as unknown });

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  const theirs = live(other, exerciseId);
  await expect(notice(theirs)).toContainText('This link brings an answer and one order of');
  await expect(listing(theirs)).toContainText('// as I have it');
  await expect(theirs.locator('[data-part=verdict]')).toBeHidden();
  await expectNothingRan(other);
  await does(theirs, 'check').click();
  await expect(theirs.locator('[data-part=verdict]')).toHaveAttribute('data-verdict', 'wrong');
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what a link brings is accessible in the ${colorScheme} theme, and fits a small screen`, async ({ page }) => {
    const look = async (): Promise<void> => {
      expect(await complaints(page, { within: [`#${id}`] }), `in the ${colorScheme} theme`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    };
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(lesson + fragment({ p: id, c: twoVoices('x', 'y'), s: `main*2 ${'y '.repeat(200)}` }));
    await expect(notice(live(page))).toBeVisible();
    await look();
    await does(live(page), 'run').click();
    await expect(does(live(page), 'link-explore')).toBeVisible();
    await look();
    await does(live(page), 'link-explore').click();
    await expect(live(page).locator('tbody tr').first()).toBeVisible();
    await look();
  });
}

test('nothing of this is loaded by a page that was opened without such a link', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.goto(`${lesson}#predict`);
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((url) => /open-link|live\.|received/.test(url))).toEqual([]);
});
