/** The content of a course, read from its folder without Astro, so that the command line and tests can look at it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'astro/zod';
import type { CourseFiles, Entry } from '../course.ts';
import { exerciseSchema, lessonSchema, partSchema, pathSchema, termSchema } from '../schemas.ts';

/**
 * @param folder holds `parts`, `lessons`, `glossary` and `paths`.
 * @throws an error that names the file, if a file's frontmatter is not YAML or does not fit its schema.
 */
export function readCourse(folder: string): CourseFiles {
  const below = (name: string): string[] =>
    readdirSync(path.join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(folder, name), path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  const read = <Data>(name: string, files: readonly string[], schema: z.ZodType<Data>, idOf: (file: string) => string): Entry<Data>[] =>
    files.map((file) => ({ id: idOf(file), ...readEntry(path.join(folder, name, file), `content/${name}/${file}`, schema) }));
  const all = <Data>(name: string, schema: z.ZodType<Data>) =>
    read(name, below(name).filter((file) => file.endsWith('.md')), schema, (file) => file.replace(/^\d+-/, '').replace(/\.md$/, ''));

  const lessonFiles = below('lessons');
  const folderId = (file: string): string => file.replace(/\/index\.mdx$/, '');
  return {
    parts: all('parts', partSchema),
    lessons: read('lessons', lessonFiles.filter((file) => /^[^/]+\/[^/]+\/index\.mdx$/.test(file)), lessonSchema, folderId),
    exercises: read('lessons', lessonFiles.filter((file) => /\/exercises\/[^/]+\/index\.mdx$/.test(file)), exerciseSchema, folderId),
    glossary: all('glossary', termSchema),
    paths: all('paths', pathSchema),
    lessonFiles,
  };
}

function readEntry<Data>(place: string, file: string, schema: z.ZodType<Data>): { data: Data; body: string; file: string } {
  const [, front = '', body = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(readFileSync(place, 'utf8')) ?? [];
  const checked = schema.safeParse(parse(front));
  if (!checked.success) throw new Error(`${file}: ${checked.error.issues.map(({ path: field, message }) => `${field.join('.')}: ${message}`).join('; ')}`);
  return { data: checked.data, body, file };
}
