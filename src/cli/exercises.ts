import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { splitFiles } from '#base';
import type { Files } from '#engine';
import { exerciseSchema } from '#lesson';
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

/** What stands in an exercise besides the answer's main file. */
export interface OtherFile {
  /** `layer.ts` */
  readonly name: string;
  /** What the learner begins with. */
  readonly text: string;
  /** The learner may change it: it is part of the answer. */
  readonly isOwn: boolean;
}

const filesSchema = exerciseSchema.shape.files;

/** The other files of the exercise in `folder`, as its frontmatter names them. */
export function otherFiles(folder: string): readonly OtherFile[] {
  const { files } = frontmatter(join(folder, 'index.mdx')) as { files?: unknown };
  const read = filesSchema.safeParse(files);
  if (!read.success) throw new UsageError(`${folder}/index.mdx: files: ${read.error.issues[0]?.message ?? 'cannot be read'}`);
  return read.data.map(({ name, edit }) => ({ name: `${name}.ts`, text: readFileSync(join(folder, `${name}.ts`), 'utf8'), isOwn: edit }));
}

/** The head of a text in YAML; nothing if there is none. */
export function frontmatter(file: string): Readonly<Record<string, unknown>> {
  const matter = existsSync(file) ? /^---\n(.*?)\n---\n/s.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return ((matter === undefined ? undefined : parse(matter)) ?? {}) as Readonly<Record<string, unknown>>;
}

/** The files of an answer under the names that they are judged by. What `text` does not bring is as the learner found it; what is given stays as it is. */
export function answerFiles(text: string, others: readonly OtherFile[], main: string): { readonly files: Files; readonly also: readonly string[] } {
  const also = others.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  const answer = splitFiles(text, also);
  return { files: { ...Object.fromEntries(others.map(({ name, text: first }) => [name, first])), ...answer.others, [main]: answer.main }, also };
}

/** The files that an exercise's check needs beside the answer. */
export function exerciseFiles(id: string): Files {
  const folder = exerciseFolder(id);
  const names = ['check.ts', 'solution.ts', 'starter.ts'].filter((name) => existsSync(join(folder, name)));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
