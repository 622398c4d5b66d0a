/** What there is to count in a lesson. */
import type { CourseFiles, Entry, Lesson } from '../course.ts';
import { isAnsweredByProgram } from '../exercise-folder.ts';
import type { ExerciseData, LessonData } from '../schemas.ts';
import { readProse } from './prose.ts';

/** The narrowest pane in which code is shown without scrolling sideways. */
export const COLUMNS = 64;

export interface WideLine {
  /** Below `content/lessons`. */
  readonly file: string;
  readonly line: number;
  readonly columns: number;
}

export interface LessonFigures {
  readonly id: Lesson['id'];
  readonly words: number;
  readonly grade: number;
  readonly programs: number;
  readonly predictions: number;
  readonly originals: number;
  /** Components that draw or simulate something and are none of the above. */
  readonly figures: number;
  readonly exercises: number;
  /** How many of the exercises are of each kind. */
  readonly kinds: Readonly<Partial<Record<ExerciseData['kind'], number>>>;
  /** The wrong answers of each exercise that is answered with a program. */
  readonly wrong: readonly number[];
  readonly sources: number;
  readonly headings: readonly string[];
  readonly wide: readonly WideLine[];
}

/** Components that are part of the sentence around them, or of the frame. */
const NO_FIGURES = new Set(['Program', 'Predict', 'Original', 'Exercise', 'Step', 'Term', 'Source', 'Note', 'Api', 'Table', 'Link']);

/** @param text gives the text of a file below `content/lessons`. */
export function figuresOf(lesson: Entry<LessonData>, files: CourseFiles, text: (file: string) => string): LessonFigures {
  const { words, grade, headings, components } = readProse(lesson.body);
  const count = (name: string): number => components.filter((component) => component === name).length;
  const own = files.lessonFiles.filter((file) => file.startsWith(`${lesson.id}/`));
  const exercises = files.exercises.filter(({ id }) => id.startsWith(`${lesson.id}/exercises/`));
  return {
    id: lesson.id,
    words,
    grade,
    headings,
    programs: count('Program'),
    predictions: count('Predict'),
    originals: count('Original'),
    figures: components.filter((name) => !NO_FIGURES.has(name)).length,
    exercises: exercises.length,
    kinds: Object.fromEntries([...Map.groupBy(exercises, ({ data }) => data.kind)].map(([kind, of]) => [kind, of.length])),
    wrong: exercises.filter(({ data }) => isAnsweredByProgram(data)).map(({ id }) => own.filter((file) => file.startsWith(`${id}/wrong/`) && !file.slice(id.length + 7).includes('/')).length),
    sources: lesson.data.sources.length,
    wide: own.filter(isShown).flatMap((file) => wideLines(file, text(file))),
  };
}

/** Code that a learner reads in the page. Checks and wrong answers are not shown. */
const isShown = (file: string): boolean => /\/(?:programs|original)\/[^/]+$|\/exercises\/[^/]+\/(?!(?:check|grade)\.ts)[^/]+\.ts$/.test(file) && !file.endsWith('.out');

const wideLines = (file: string, text: string): WideLine[] =>
  text.split('\n').flatMap((line, index) => {
    const columns = [...line.replaceAll('\t', '    ')].length;
    return columns > COLUMNS ? [{ file, line: index + 1, columns }] : [];
  });
