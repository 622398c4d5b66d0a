/** What the tests of lessons share: where a lesson with such a thing is, its parts, and the files that it was made from. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { DIST, lessonPages } from './site.ts';
import { expect } from './test.ts';

/** The first lesson with such an element. The course without one is no course: the tests of it fail. */
export function lessonWith(tag: 'live-program' | 'live-predict' | 'live-exercise'): string {
  const found = lessonPages().find((address) => readFileSync(path.join(DIST, address, 'index.html'), 'utf8').includes(`<${tag}`));
  if (found === undefined) throw new Error(`no lesson has a <${tag}>`);
  return found;
}

export const does = (live: Locator, name: string): Locator => live.locator(`[data-do=${name}]`).first();
export const partOf = (live: Locator, name: string): Locator => live.locator(`[data-part=${name}]`).first();
export const plain = (live: Locator): Locator => live.locator('textarea');
export const monaco = (live: Locator): Locator => live.locator('.monaco-editor .view-line').first();

/** Opens the plain editor, which every browser and every test can type into. */
export async function editPlainly(page: Page, live: Locator): Promise<void> {
  await page.evaluate(() => localStorage.setItem('happens-before:editor', 'plain'));
  await does(live, 'edit').click();
  await expect(plain(live)).toBeFocused();
}

/** Puts `text` in the place of all that the focused editor holds, as somebody would who pastes it. */
export async function typeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Presses Tab until `goal` has the focus. */
export async function tabTo(page: Page, goal: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(goal)}`);
}

/** The files of an exercise by its name in the page: `goroutines/starting-a-goroutine/kettles`. */
export function exerciseFiles(name: string): { read: (file: string) => string; wrong: readonly string[] } {
  const [part, lesson, id] = name.split('/');
  const folder = fileURLToPath(new URL(`../content/lessons/${part}/${lesson}/exercises/${id}/`, import.meta.url));
  return { read: (file) => readFileSync(path.join(folder, file), 'utf8'), wrong: readdirSync(path.join(folder, 'wrong')).filter((file) => file.endsWith('.ts')).sort() };
}
