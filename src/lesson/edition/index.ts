/** An instructor's edition: what `course.config.yaml` says, and the content that it makes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contentOf } from './assemble.ts';
import { contentVersion, readEdition, type Edition } from './read.ts';

export { authorsFile } from './authors-file.ts';
export { ASSEMBLED, contentOf, ownLeftOut } from './assemble.ts';
export { contentVersion, EditionError, readEdition, type Edition } from './read.ts';

export interface OpenEdition extends Edition {
  /** The folder with lessons, parts and the rest. */
  readonly content: string;
  /** What a page and a hand-in call this state of the content: `2026-autumn+3f2a…`. */
  readonly version: string;
}

/** Reads the edition of a checkout and puts its content together. */
export function openEdition(root: string): OpenEdition {
  const edition = readEdition(root);
  const content = contentOf(edition, root);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { ...edition, content, version: `${edition.named ?? version}+${contentVersion(content)}` };
}

let opened: OpenEdition | undefined;

/** The edition that this build is of. The build has put its content together before any page asks. */
export function edition(): OpenEdition {
  return (opened ??= (() => {
    const root = process.cwd();
    const read = readEdition(root);
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    const content = process.env['COURSE_CONTENT'] ?? path.join(root, 'content');
    return { ...read, content, version: `${read.named ?? version}+${contentVersion(content)}` };
  })());
}

/** Whether a lesson is the instructor's own. */
export const isOwn = (lesson: string): boolean => edition().own !== undefined && existsIn(edition().own!, lesson);

function existsIn(folder: string, lesson: string): boolean {
  try {
    return readFileSync(path.join(folder, 'lessons', lesson, 'index.mdx')).length > 0;
  } catch {
    return false;
  }
}
