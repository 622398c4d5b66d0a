/** What every lesson of this course has. A lesson of somebody's own edition may have another frame, so a build does not ask for it. */
import type { Problem } from '../problems.ts';
import { COLUMNS, type LessonFigures } from './figures.ts';

export const WORDS = { from: 700, to: 1_600 };
/** Three are usual. The fourth is for a project in steps. */
export const EXERCISES = { from: 1, to: 4 };
export const LEAST_WRONG = 3;
const ENDING = [
  { heading: 'What the model leaves out', what: 'one or two honest sentences on where Go, Python or AWS differs from our model' },
  { heading: 'Recap', what: 'two to five lines to take away' },
];

/** What a lesson lacks. Empty means that its frame is whole; whether it is any good, only a reader can say. */
export function frameProblems(lesson: LessonFigures): Problem[] {
  const problems: Problem[] = [];
  const ask = (holds: boolean, field: string, say: string): void => {
    if (!holds) problems.push({ file: `content/lessons/${lesson.id}/index.mdx`, field, say });
  };
  ask(lesson.programs > 0, 'Program', 'No program is shown. Begin with one that surprises: <Program name="…" />.');
  ask(lesson.predictions > 0, 'Predict', 'Nothing is asked before it is explained. Add a <Predict …>.');
  ask(lesson.originals > 0, 'Original', 'There is no listing in the original language. Add <Original file="…" />.');
  ask(lesson.exercises >= EXERCISES.from && lesson.exercises <= EXERCISES.to, 'exercises', `There are ${lesson.exercises} exercises. A lesson has ${EXERCISES.from} to ${EXERCISES.to}.`);
  ask(lesson.wrong.every((wrong) => wrong >= LEAST_WRONG), 'wrong', `An exercise has ${Math.min(...lesson.wrong)} wrong answers. Each needs ${LEAST_WRONG} with a sentence of their own.`);
  ask(lesson.sources > 0, 'sources', 'No source is named. Each number and each claim about Go, CPython or AWS needs one, with the date at which it was checked.');
  ask(lesson.words >= WORDS.from, 'words', `The text has ${lesson.words} words. Fewer than ${WORDS.from} leave something unsaid.`);
  ask(lesson.words <= WORDS.to, 'words', `The text has ${lesson.words} words. Cut it to ${WORDS.to}, or make two lessons of it.`);
  for (const { heading, what } of ENDING) {
    ask(lesson.headings.includes(heading), heading, `There is no section “${heading}”. Add it: ${what}.`);
  }
  for (const { file, line, columns } of lesson.wide) {
    problems.push({ file: `content/lessons/${file}`, field: `line ${line}`, say: `This line has ${columns} columns, and the narrowest code pane ${COLUMNS}. Break it.` });
  }
  return problems;
}
