/** What the page says to programs that go wrong in every way there is; tests/bad-input.test.ts has more of them without a page. */
import { does, editPlainly, lessonWith, partOf, plain } from './lesson.ts';
import { expect, test } from './test.ts';

const lesson = lessonWith('live-program');

const silent = [
  'stopped: no step came to its end for 3 s line 2',
  'Why: one step of the program goes on for ever, or nearly so: a regular expression that backtracks, a built-in at work on a huge value, or a loop that fills the memory.',
  'Try: make that value smaller, see that the loop comes to an end, or write the expression so that it can match in one way only.',
].join(' ');
const stuck = 'Stopped: main keeps running and gets nowhere:';
const endlessExpression = `/^(a+)+$/.test('${'a'.repeat(60)}b');`;

interface Bad {
  readonly what: string;
  readonly text: string;
  /** Under the output, all of it, with white space as one space. */
  readonly says: string | RegExp;
  /** The line that is marked in the editor. */
  readonly line?: string | RegExp;
  readonly prints?: string | RegExp;
}

const programs: readonly Bad[] = [
  { what: 'does not compile', text: 'const a = 1;\nconst b = ;\n', says: 'unexpected ";" line 2', line: '2' },
  {
    what: 'never ends and never waits',
    text: 'let n = 0;\nfor (;;) n++;',
    says: `${stuck} a loop that went round 1,000,001 times without letting anybody else go. line 2`,
    line: '2',
  },
  {
    what: 'never ends and waits',
    text: `import { sleep } from 'happens-before/go';\nfor (;;) {\n  await sleep(1);\n}`,
    says: `${stuck} stopped after 10,000 steps. line 3`,
    line: '3',
  },
  // The line is found by a second run, after the message.
  { what: 'never ends in one step', text: `console.log('before');\n${endlessExpression}`, says: silent, line: '2', prints: 'before' },
  {
    what: 'floods the output',
    text: 'for (;;) {\n  console.log("again");\n}',
    says: `${stuck} more than 1,000 lines of output. line 2`,
    line: '2',
    prints: /^again\n(again\n)+… output cut after 500 lines$/,
  },
  {
    what: 'asks for all memory at once',
    text: 'const size = 2 ** 52;\nnew ArrayBuffer(size);',
    says: 'Error in main: RangeError: Invalid array buffer length. line 2',
    line: '2',
  },
  // Which of the two comes first is the browser's choice.
  {
    what: 'takes all memory bit by bit',
    text: 'const all: unknown[] = [];\nfor (;;) all.push(new Array(10_000).fill(1));',
    says: /^stopped: (no step came to its end for 3 s|the program used up the memory)\s+Why: .+\s+Try: .+\.$/,
  },
  { what: 'throws what is no error', text: 'const n = 1;\nthrow "oops";', says: 'Error in main: thrown: oops. line 2', line: '2' },
  {
    what: 'calls itself without end',
    text: 'function f(): number { return f() + 1; }\nf();',
    says: 'Error in main: RangeError: Maximum call stack size exceeded. line 1',
    line: '1',
  },
];

for (const { what, text, says, line, prints = 'nothing' } of programs) {
  test(`a program that ${what} is told so, keeps its text, and gives way to the next`, async ({ page }) => {
    await page.goto(lesson);
    const live = page.locator('live-program').first();
    await editPlainly(page, live);
    await plain(live).fill(text);
    await plain(live).press('Control+Enter');
    await expect(partOf(live, 'remarks')).toHaveText(says, { timeout: 15_000, useInnerText: true });
    await expect(partOf(live, 'output')).toHaveText(prints, { useInnerText: true });
    await expect(live.locator('.editor-gutter [data-mark=wrong]')).toHaveText(line === undefined ? [] : [line]);
    await expect(plain(live)).toHaveValue(text);
    await expect(does(live, 'run')).toHaveText('Run');

    await plain(live).fill(`console.log('again');`);
    await plain(live).press('Control+Enter');
    await expect(partOf(live, 'output')).toHaveText('again');
    await expect(partOf(live, 'remarks')).toHaveText('');
  });
}

test('an order of the program before it was changed says at which step it no longer fits', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator('live-program').first();
  await does(live, 'explore').click();
  await expect(does(live, 'show')).toBeVisible();
  await editPlainly(page, live);
  await plain(live).fill(`console.log('shorter');`);
  // An order in which another task goes: the shorter program has none.
  await live.locator('[data-do=show][data-schedule*=" "]').last().click();
  await expect(partOf(live, 'remarks')).toHaveText(
    /^replay went differently at step \d+\s+the schedule says .+, but (only .+|nobody) can go on\s+Why: +the schedule was made for another version of this program, or for another mode\.\s+Try: +explore the program again, and replay one of the schedules that it gives\.$/,
    { useInnerText: true },
  );
  await expect(plain(live)).toHaveValue(`console.log('shorter');`);
});

test('an answer that does not compile, and one that lacks its function, are told so', async ({ page }) => {
  await page.goto(lessonWith('live-exercise'));
  const live = page.locator('live-exercise').first();
  await editPlainly(page, live);
  await plain(live).fill('export const = 1;');
  await plain(live).press('Control+Enter');
  await expect(partOf(live, 'remarks')).toHaveText(/^unexpected "=".* line 1$/, { useInnerText: true });
  await plain(live).fill('export const nothing = 1;');
  await plain(live).press('Control+Enter');
  await expect(live.locator('.verdict-say').first()).toHaveText(
    /^The check calls “\w+”, and this program exports no function of that name\./,
  );
});

test('the page answers while a program is stuck, and Stop ends it within a second', async ({ page }) => {
  await page.goto(lesson);
  const live = page.locator('live-program').first();
  await editPlainly(page, live);
  await plain(live).fill(endlessExpression);
  await does(live, 'run').click();
  await expect(does(live, 'run')).toHaveText('Stop');
  // The page still does what it is asked.
  await page.keyboard.press('Control+k');
  await expect(page.locator('dialog.search')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(does(live, 'run')).toHaveText('Stop');
  // In the page's own time, so that the test's way to the browser and back is not counted.
  const waited = await does(live, 'run').evaluate(async (button: HTMLElement) => {
    const pressed = performance.now();
    button.click();
    while (button.textContent !== 'Run') await new Promise(requestAnimationFrame);
    return performance.now() - pressed;
  });
  expect(waited).toBeLessThan(1_000);
  await expect(partOf(live, 'remarks')).toHaveText('stopped You pressed Stop. Nothing of your program is lost.', { useInnerText: true });
  await expect(plain(live)).toHaveValue(endlessExpression);
});
