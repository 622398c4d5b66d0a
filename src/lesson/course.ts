/** The course as one value: everything in its order, and every lesson knowing its neighbours. */
import { mentions, type Mentions } from './mentions.ts';
import type { ExerciseData, LessonData, PartData, PathData, TermData } from './schemas.ts';

/** What the loaders give: an id, the checked frontmatter, the text, and the file to name in an error. */
export interface Entry<Data> {
  readonly id: string;
  readonly data: Data;
  readonly body: string;
  readonly file: string;
}

export interface CourseFiles {
  readonly parts: readonly Entry<PartData>[];
  readonly lessons: readonly Entry<LessonData>[];
  readonly exercises: readonly Entry<ExerciseData>[];
  readonly glossary: readonly Entry<TermData>[];
  readonly paths: readonly Entry<PathData>[];
  /** Every file below `content/lessons`, as `foundations/every-order/programs/lost-update.ts`. */
  readonly lessonFiles: readonly string[];
}

export interface Lesson extends LessonData {
  /** `foundations/every-order` */
  readonly id: string;
  readonly part: string;
  readonly file: string;
  /** Place within the part, from 1. `order` only sorts. */
  readonly number: number;
  readonly mentions: Mentions;
  readonly exercises: readonly string[];
  /** What a reader can run in it: programs, and of its exercises the starters, the solutions and what stands beside them. Below `content/lessons`. */
  readonly programFiles: readonly string[];
  readonly previous?: string;
  readonly next?: string;
}

export interface Part extends PartData {
  readonly id: string;
  readonly lessons: readonly Lesson[];
}

export interface Term extends TermData {
  readonly id: string;
  /** Ids of the lessons that use the word. */
  readonly usedIn: readonly string[];
}

export interface ReadingPath extends Omit<PathData, 'lessons'> {
  readonly id: string;
  readonly lessons: readonly Lesson[];
  readonly minutes: number;
}

export interface Course {
  readonly parts: readonly Part[];
  /** All lessons in the order of the course. */
  readonly lessons: readonly Lesson[];
  readonly terms: readonly Term[];
  readonly paths: readonly ReadingPath[];
  lesson(id: string): Lesson | undefined;
}

const byOrder = <Data extends { readonly order: number }>(a: Entry<Data>, b: Entry<Data>) =>
  a.data.order - b.data.order || a.id.localeCompare(b.id);

const RUNNABLE = /\/programs\/[^/]+\.ts$|\/exercises\/[^/]+\/(?!(?:check|grade)\.ts)[^/]+\.ts$/;

/** The part of a lesson is the folder that it lies in. */
export const partOf = (lessonId: string) => lessonId.split('/')[0] ?? '';

/** Puts the files in order. What does not fit together is left out here and reported by `findProblems`. */
export function arrangeCourse(files: CourseFiles): Course {
  const partEntries = [...files.parts].sort(byOrder);
  const inOrder = partEntries.flatMap((part) => files.lessons.filter((lesson) => partOf(lesson.id) === part.id).sort(byOrder));

  const lessons = inOrder.map((entry, index): Lesson => {
    const part = partOf(entry.id);
    const previous = inOrder[index - 1]?.id;
    const next = inOrder[index + 1]?.id;
    return {
      ...entry.data,
      id: entry.id,
      part,
      file: entry.file,
      number: inOrder.slice(0, index + 1).filter((other) => partOf(other.id) === part).length,
      mentions: mentions(entry.body),
      programFiles: files.lessonFiles.filter((file) => file.startsWith(`${entry.id}/`) && RUNNABLE.test(file)),
      exercises: files.exercises.filter((exercise) => exercise.id.startsWith(`${entry.id}/`)).map((exercise) => exercise.id),
      ...(previous === undefined ? {} : { previous }),
      ...(next === undefined ? {} : { next }),
    };
  });
  const lessonById = new Map(lessons.map((lesson) => [lesson.id, lesson]));

  return {
    lessons,
    lesson: (id) => lessonById.get(id),
    parts: partEntries.map((part) => ({ ...part.data, id: part.id, lessons: lessons.filter((lesson) => lesson.part === part.id) })),
    terms: files.glossary
      .map((term) => ({
        ...term.data,
        id: term.id,
        usedIn: lessons.filter((lesson) => lesson.mentions.terms.includes(term.id)).map((lesson) => lesson.id),
      }))
      .sort((a, b) => a.term.localeCompare(b.term, 'en', { sensitivity: 'base' })),
    paths: [...files.paths].sort(byOrder).map((path) => {
      const stops = path.data.lessons.flatMap((id) => lessonById.get(id) ?? []);
      return { ...path.data, id: path.id, lessons: stops, minutes: stops.reduce((sum, lesson) => sum + lesson.minutes, 0) };
    }),
  };
}
