import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { contentCache } from './content-cache.ts';

const root = mkdtempSync(path.join(tmpdir(), 'happens-before-cache-'));
afterAll(() => rmSync(root, { recursive: true }));
cpSync(fileURLToPath(new URL('../src/lesson', import.meta.url)), path.join(root, 'src/lesson'), { recursive: true });
cpSync(fileURLToPath(new URL('../src/content.config.ts', import.meta.url)), path.join(root, 'src/content.config.ts'));

const make = (folder: string): string => mkdirSync(path.join(root, folder), { recursive: true }) ?? folder;

it('is the same as long as content is read the same way, and its own for an edition', () => {
  const course = contentCache(root, 'course');
  expect(contentCache(root, 'course')).toBe(course);
  expect(contentCache(root, 'edition')).not.toBe(course);
});

it('is another after an upgrade that reads content in another way, and leaves nothing of before', () => {
  const [course, edition] = [contentCache(root, 'course'), contentCache(root, 'edition')];
  for (const folder of [course, edition, '.cache/other']) make(folder);
  writeFileSync(path.join(root, 'src/lesson/schemas.ts'), 'export const another = 1;\n');
  expect(contentCache(root, 'course')).not.toBe(course);
  expect([course, edition, '.cache/other'].map((folder) => existsSync(path.join(root, folder)))).toEqual([false, true, true]);
});
