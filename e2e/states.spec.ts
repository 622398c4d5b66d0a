/** Axe on what is not in a page until somebody does something, in both themes. */
import { complaints } from './axe.ts';
import { does, editPlainly, lessonWith, monaco, partOf, plain } from './lesson.ts';
import { expect, test } from './test.ts';

/** Monaco's own insides are not ours to mend. */
const NOT_OURS = ['.monaco-editor'];
const PROGRAM = { within: ['live-program'], without: NOT_OURS };
const EXERCISE = { within: ['live-predict', 'live-exercise'], without: NOT_OURS };

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('a program that was explored, edited and refused is accessible', async ({ page }) => {
      await page.goto(lessonWith('live-program'));
      const live = page.locator('live-program').first();
      await does(live, 'explore').click();
      await expect(does(live, 'show')).toBeVisible();
      await partOf(live, 'lanes').hover();
      await expect(partOf(live, 'lanes').getByRole('slider', { name: 'Step' })).toBeVisible();
      expect(await complaints(page, PROGRAM), 'after a search').toEqual([]);
      await does(live, 'edit').click();
      await expect(monaco(live)).toBeVisible();
      expect(await complaints(page, PROGRAM), 'with the full editor').toEqual([]);
      await does(live, 'switch-editor').click();
      await plain(live).fill('const a = 1;\nconst b = ;\n');
      await plain(live).press('Control+Enter');
      await expect(partOf(live, 'remarks')).toContainText('line 2');
      expect(await complaints(page, PROGRAM), 'with the plain editor and a refusal').toEqual([]);
    });

    test('a question and an exercise that were answered are accessible', async ({ page }) => {
      await page.goto(lessonWith('live-exercise'));
      const question = page.locator('live-predict').first();
      if ((await question.count()) > 0) await does(question, 'grade').click();
      const live = page.locator('live-exercise').first();
      await does(live, 'check').click();
      await expect(partOf(live, 'verdict')).toHaveAttribute('data-verdict', 'wrong');
      await live.locator('[data-part=hint] summary').first().click();
      await live.locator('.verdict-report summary').click();
      expect(await complaints(page, EXERCISE), 'after a verdict').toEqual([]);
      await editPlainly(page, live);
      await expect(partOf(live, 'verdict')).not.toHaveAttribute('data-stale');
      await plain(live).press('Control+End');
      await plain(live).pressSequentially('// changed');
      await expect(partOf(live, 'verdict')).toHaveAttribute('data-stale', 'Of an earlier version');
      expect(await complaints(page, EXERCISE), 'after a change').toEqual([]);
      await page.locator('[data-search-open]').first().click();
      await page.getByRole('searchbox').fill('order');
      await expect(page.locator('[data-search-results] a').first()).toBeVisible();
      expect(await complaints(page, { within: ['dialog[open]'] }), 'with the search open').toEqual([]);
    });
  });
}
