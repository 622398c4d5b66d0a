import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Files } from '#engine';
import { lessonsFolder } from './lessons-folder.ts';
import { UsageError } from './usage.ts';

/** Folder of an exercise: by its own name if there is only one, or by `part/lesson/exercise`. */
export function exerciseFolder(id: string): string {
  const lessons = lessonsFolder();
  const folders = [...new Set(globSync('*/*/exercises/*/{check.ts,index.mdx}', { cwd: lessons }).map(dirname))];
  const found = folders.filter((folder) => [basename(folder), folder.replace('/exercises/', '/'), folder].includes(id));
  if (found.length === 1) return join(lessons, found[0] as string);
  const all = folders.map((folder) => folder.replace('/exercises/', '/')).sort();
  throw new UsageError(found.length === 0 ? `there is no exercise "${id}". There are:\n  ${all.join('\n  ')}` : `"${id}" names several: ${found.map((folder) => folder.replace('/exercises/', '/')).join(', ')}`);
}

/** The files that an exercise's check needs beside the answer. */
export function exerciseFiles(id: string): Files {
  const folder = exerciseFolder(id);
  const names = ['check.ts', 'solution.ts', 'starter.ts'].filter((name) => existsSync(join(folder, name)));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
