import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newLessonsFolder } from './lessons-folder.ts';
import { exerciseTemplate, lessonTemplate } from './templates.ts';
import { UsageError } from './usage.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** `new lesson PART/SLUG` and `new exercise PART/LESSON/SLUG`: a folder with every file, to be filled in. */
export function newCommand(args: readonly string[]): number {
  const [what, path] = args;
  if ((what !== 'lesson' && what !== 'exercise') || path === undefined) throw new UsageError('new lesson PART/SLUG, or new exercise PART/LESSON/SLUG');
  const parts = path.split('/');
  if (parts.length !== (what === 'lesson' ? 2 : 3) || !parts.every((part) => SLUG.test(part))) throw new UsageError(`"${path}" should be ${what === 'lesson' ? 'PART/SLUG' : 'PART/LESSON/SLUG'} in lower case with hyphens`);
  const [part = '', lesson = '', exercise = ''] = parts;
  const lessons = newLessonsFolder();
  const folder = what === 'lesson' ? join(lessons, part, lesson) : join(lessons, part, lesson, 'exercises', exercise);
  if (existsSync(folder)) throw new UsageError(`${path} is there already`);
  const files = what === 'lesson' ? lessonTemplate(lesson) : exerciseTemplate(exercise);
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(file);
  }
  return 0;
}
