import { readFileSync } from 'node:fs';
import path from 'node:path';
import { arrangeCourse, findProblems, problemLine } from '#lesson';
import { figuresOf, frameProblems, readCourse, type LessonFigures } from '#lesson/report';
import { leftOut, lessonsFolder, whereWritten } from './lessons-folder.ts';
import { parse } from './options.ts';

const COLUMNS: readonly (readonly [title: string, cell: (lesson: LessonFigures) => string | number])[] = [
  ['lesson', ({ id }) => id],
  ['words', ({ words }) => words],
  ['grade', ({ grade }) => grade.toFixed(1)],
  ['programs', ({ programs }) => programs],
  ['figures', ({ figures }) => figures],
  ['predictions', ({ predictions }) => predictions],
  ['exercises', ({ kinds }) => Object.entries(kinds).map(([kind, count]) => (count === 1 ? kind : `${count} ${kind}`)).join(', ')],
  ['wrong answers', ({ wrong }) => wrong.join(' + ')],
  ['sources', ({ sources }) => sources],
  ['wide lines', ({ wide }) => wide.length],
];

/** `report`: what each lesson is made of, and what the course lacks. Exit status 1 if it lacks anything. */
export function reportCommand(args: readonly string[]): number {
  const { values } = parse(args, []);
  const lessons = lessonsFolder();
  const files = readCourse(path.dirname(path.resolve(lessons)));
  const figures = arrangeCourse(files).lessons.map(({ id }) => {
    const entry = files.lessons.find((lesson) => lesson.id === id);
    if (entry === undefined) throw new Error(`${id} is in the course and not in its files`);
    return figuresOf(entry, files, (file) => readFileSync(path.join(lessons, file), 'utf8'));
  });
  const problems = [...findProblems(files), ...figures.flatMap(frameProblems)].map((problem) => ({ ...problem, file: whereWritten(problem.file) }));
  if (values['json'] === true) console.log(JSON.stringify({ lessons: figures, problems }));
  else {
    console.log(table([COLUMNS.map(([title]) => title), ...figures.map((lesson) => COLUMNS.map(([, cell]) => String(cell(lesson))))]));
    const sum = (of: (lesson: LessonFigures) => number): number => figures.reduce((total, lesson) => total + of(lesson), 0);
    console.log(`\n${figures.length} lessons, ${sum(({ words }) => words).toLocaleString('en')} words, ${sum(({ programs }) => programs)} programs, ${sum(({ exercises }) => exercises)} exercises.`);
    for (const id of leftOut()) console.log(`${id} is among your own lessons and not in the edition: course.config.yaml names the parts that are, and not this one.`);
    for (const problem of problems) console.log(problemLine(problem));
    console.log(problems.length === 0 ? 'Nothing is missing.' : `${problems.length} ${problems.length === 1 ? 'thing is' : 'things are'} missing or wrong.`);
  }
  return problems.length === 0 ? 0 : 1;
}

/** Columns as wide as their widest cell; numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (cell: string): boolean => /^[\d.]+$/.test(cell);
  return rows
    .map((row) => row.map((cell, column) => (isNumber(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd())
    .join('\n');
}
