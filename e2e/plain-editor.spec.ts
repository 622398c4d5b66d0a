/** What the plain editor shows of a run, without eyes and without a pointer too. */
import { complaints } from './axe.ts';
import { does, editPlainly, partOf, plain } from './lesson.ts';
import { expect, test } from './test.ts';

const lesson = 'foundations/every-order/';

test('marks races in its margin and in words, and leads to them by button and by F8', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator('#program-lost-update');
  await editPlainly(page, live);
  await does(live, 'run').click();
  const marks = live.getByRole('group', { name: 'Marked lines. F8 goes to the next.' });
  await expect(marks.getByRole('listitem').first()).toContainText('Race on');
  await expect(live.locator('.editor-gutter [data-mark=wrong]').first()).toBeVisible();
  // A screen reader that arrives in the text hears them.
  await expect(plain(live)).toHaveAccessibleDescription(/^line \d+ Race on /);
  expect(await complaints(page, { within: ['live-program'] })).toEqual([]);

  const lineOfCaret = () => plain(live).evaluate((area: HTMLTextAreaElement) => area.value.slice(0, area.selectionStart).split('\n').length);
  const numbers = (await marks.getByRole('button').allTextContents()).map((text) => Number(text.replace('line ', '')));
  await marks.getByRole('button').last().click();
  await expect(plain(live)).toBeFocused();
  expect(await lineOfCaret()).toBe(numbers.at(-1));
  await page.keyboard.press('F8');
  expect(await lineOfCaret()).toBe(numbers[0]);
  await expect(live.locator('.editor-marks [role=status]')).toHaveText(/^line \d+: Race on /);
  await page.keyboard.press('Shift+F8');
  expect(await lineOfCaret()).toBe(numbers.at(-1));
  // What is changed is not what has been run.
  await page.keyboard.press('End');
  await page.keyboard.insertText(' ');
  await expect(marks).toBeHidden();
  await expect(partOf(live, 'remarks')).toContainText('Race on');
});
