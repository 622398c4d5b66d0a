import { globSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { authorsFile, openEdition, ownLeftOut, readEdition } from '#lesson/edition';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where lessons and their exercises are: in this checkout, or put together for the edition that it has, unless `HAPPENS_BEFORE_LESSONS` names another folder. */
export const lessonsFolder = (): string => process.env['HAPPENS_BEFORE_LESSONS'] ?? path.join(openEdition(root).content, 'lessons');

/** Where a new lesson goes: an instructor's own folder, if the edition has one. */
export const newLessonsFolder = (): string => {
  const { own } = process.env['HAPPENS_BEFORE_LESSONS'] === undefined ? readEdition(root) : { own: undefined };
  return own === undefined ? lessonsFolder() : path.join(own, 'lessons');
};

/** Where the author of a file of the content has it. */
export const whereWritten = (file: string): string => (process.env['HAPPENS_BEFORE_LESSONS'] === undefined ? authorsFile(readEdition(root).own, file) : file);

/** Lessons of one's own that are not in the edition. */
export const leftOut = (): readonly string[] => (process.env['HAPPENS_BEFORE_LESSONS'] === undefined ? ownLeftOut(openEdition(root)) : []);

/** Whether anybody describes a part, in the course or in one's own folder. */
export const hasPart = (part: string, lessons: string): boolean =>
  [path.join(root, 'content/parts'), path.join(lessons, '../parts')].some((folder) => globSync('*.md', { cwd: folder }).some((file) => file.replace(/^\d+-/, '') === `${part}.md`));

/** What hand-ins are held against: what the edition asks learners for, and its version. Nothing, where another folder of lessons is named. */
export function askedFor(): { readonly label: string; readonly pattern?: string; readonly version: string } | undefined {
  if (process.env['HAPPENS_BEFORE_LESSONS'] !== undefined) return undefined;
  const { handIn, version } = openEdition(root);
  return { label: handIn.label ?? 'Name', version, ...(handIn.pattern === undefined ? {} : { pattern: handIn.pattern }) };
}
