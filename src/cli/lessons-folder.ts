import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEdition, readEdition } from '#lesson/edition';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where lessons and their exercises are: in this checkout, or put together for the edition that it has, unless `HAPPENS_BEFORE_LESSONS` names another folder. */
export const lessonsFolder = (): string => process.env['HAPPENS_BEFORE_LESSONS'] ?? path.join(openEdition(root).content, 'lessons');

/** Where a new lesson goes: an instructor's own folder, if the edition has one. */
export const newLessonsFolder = (): string => {
  const { own } = process.env['HAPPENS_BEFORE_LESSONS'] === undefined ? readEdition(root) : { own: undefined };
  return own === undefined ? lessonsFolder() : path.join(own, 'lessons');
};
