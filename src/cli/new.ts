import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasPart, newLessonsFolder } from './lessons-folder.ts';
import { exerciseTemplate, lessonTemplate, partTemplate } from './templates.ts';
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
  const description = what === 'lesson' && !hasPart(part, lessons) ? { [join(lessons, '../parts', `1-${part}.md`)]: partTemplate(part) } : {};
  for (const [file, text] of Object.entries({ ...Object.fromEntries(Object.entries(files).map(([name, content]) => [join(folder, name), content])), ...description })) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(file);
  }
  if (what === 'exercise') show(join(lessons, part, lesson, 'index.mdx'), `<Exercise id="${exercise}" />`);
  return 0;
}

/** Puts an exercise into the text, under the heading that lessons have for it; where there is none, says what to write. */
function show(file: string, tag: string): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const shown = text.replace(/^## Do it\n/m, (heading) => `${heading}\n${tag}\n`);
  if (shown === text) return console.log(`To show it, write into ${file}:  ${tag}`);
  writeFileSync(file, shown);
  console.log(`${file} shows it.`);
}
