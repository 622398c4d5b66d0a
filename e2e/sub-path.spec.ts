/** The course below a sub-path of a host: built once more, into a folder of its own. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '../scripts/lib/static-server.mjs';
import { does, lessonWith, monaco, partOf, typeOver } from './lesson.ts';
import { expect, test } from './test.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OUT = path.join(ROOT, '.cache/sub-path');
const BASE = '/some/sub/path';
const run = promisify(execFile);

// Its server is another than that of the other tests.
test.use({ expected: [/^third party: http:\/\/127\.0\.0\.1:/] });

test('below a sub-path, pages, programs, editor, lanes and search all find their files', async ({ page }) => {
  test.setTimeout(300_000);
  const tool = (name: string): string => path.join(ROOT, 'node_modules', name);
  const env = { ...process.env, COURSE_BASE: BASE, ASTRO_TELEMETRY_DISABLED: '1' };
  await run(process.execPath, [tool('astro/bin/astro.mjs'), 'build', '--outDir', OUT], { cwd: ROOT, env });
  await run(process.execPath, [tool('pagefind/lib/runner/bin.cjs'), '--site', OUT, '--silent'], { cwd: ROOT, env });
  const server = await serve({ folder: OUT, port: 0, base: BASE });
  try {
    // The server gives nothing outside of the sub-path, so that a link that leaves it is a 404 and fails this test.
    await page.goto(`${server.url}${lessonWith('live-program')}`);
    expect(new URL(page.url()).pathname).toBe(`${BASE}/${lessonWith('live-program')}`);
    const live = page.locator('live-program').first();
    await does(live, 'run').click();
    await expect(partOf(live, 'status')).toContainText('steps');
    await partOf(live, 'lanes').hover();
    await expect(partOf(live, 'lanes').getByRole('slider', { name: 'Step' })).toBeVisible();
    await does(live, 'edit').click();
    await expect(monaco(live)).toBeVisible();
    await typeOver(page, `console.log('below');`);
    await page.keyboard.press('Control+Enter');
    await expect(partOf(live, 'output')).toHaveText('below');
    await page.locator('[data-search-open]').first().click();
    await page.getByRole('searchbox').fill('order');
    await expect(page.locator('[data-search-results] a').first()).toHaveAttribute(
      'href',
      new RegExp(`^(${server.url.replace(/\/$/, '')}|${BASE}/)`),
    );
    await page.keyboard.press('Escape');
    await page.locator('.wordmark').click();
    expect(new URL(page.url()).pathname).toBe(`${BASE}/`);
  } finally {
    await server.close();
  }
});
