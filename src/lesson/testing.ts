/** A small course for tests: whole as it stands, so that each test breaks one thing. */
import type { CourseFiles, Entry } from './course.ts';
import type { ExerciseData, LessonData, PartData, PathData, TermData } from './schemas.ts';

const entry = <Data>(id: string, file: string, data: Data, body = ''): Entry<Data> => ({ id, file, data, body });

export const part = (id: string, order: number): Entry<PartData> =>
  entry(id, `content/parts/${order}-${id}.md`, { title: id, order, tagline: `About ${id}.` });

export function lesson(
  id: string,
  order: number,
  { body = '', ...data }: Partial<LessonData> & { readonly body?: string } = {},
): Entry<LessonData> {
  return entry(
    id,
    `content/lessons/${id}/index.mdx`,
    { title: id, description: 'A lesson.', order, minutes: 10, learn: ['one', 'two'], needs: [], sources: [], ...data },
    body,
  );
}

export const exercise = (id: string, kind: ExerciseData['kind'] = 'fix'): Entry<ExerciseData> =>
  entry(id, `content/lessons/${id}/index.mdx`, { title: id, kind, minutes: 5, hints: ['a', 'b', 'c'], needs: [], files: [] });

export const term = (id: string, word: string, aliases: readonly string[] = []): Entry<TermData> =>
  entry(id, `content/glossary/${id}.md`, { term: word, aliases: [...aliases], api: [] });

export const path = (id: string, lessons: readonly string[]): Entry<PathData> =>
  entry(id, `content/paths/${id}.md`, { title: id, order: 1, lessons: [...lessons] });

export function courseFiles(changes: Partial<CourseFiles> = {}): CourseFiles {
  return {
    parts: [part('second', 2), part('first', 1)],
    lessons: [lesson('second/c', 1), lesson('first/b', 2), lesson('first/a', 1)],
    exercises: [],
    glossary: [term('race', 'data race', ['race'])],
    paths: [],
    lessonFiles: [],
    ...changes,
  };
}
