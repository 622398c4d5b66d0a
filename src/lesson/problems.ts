/** The checks that no single file can make: does everything that is named exist, and is it whole? */
import { arrangeCourse, partOf, type Course, type CourseFiles, type Lesson } from './course.ts';
import { exerciseProblems } from './exercise-folder.ts';
import { mentions } from './mentions.ts';

export interface Problem {
  readonly file: string;
  /** The frontmatter field or the component. */
  readonly field: string;
  /** What is wrong, then what to do. */
  readonly say: string;
}

const quoted = (words: Iterable<string>) => [...words].join(', ') || 'none yet';

/** The known id that an author most likely meant, if one is near. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  let best: { id: string; distance: number } | undefined;
  for (const id of known) {
    const distance = editDistance(wrong.toLowerCase(), id.toLowerCase());
    if (distance <= Math.max(2, wrong.length / 4) && (best === undefined || distance < best.distance)) best = { id, distance };
  }
  return best?.id;
}

/** Levenshtein's distance: how many letters to add, drop or change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function unknown(what: string, id: string, known: Iterable<string>, otherwise: string): string {
  const ids = [...known];
  const near = nearest(id, ids);
  return `${what} "${id}" does not exist. ${near === undefined ? otherwise : `Write "${near}".`}`;
}

/** Everything that keeps the course from being published. Empty means it can be. */
export function findProblems(files: CourseFiles): Problem[] {
  const course = arrangeCourse(files);
  return [
    ...homelessLessons(files),
    ...files.lessons.flatMap((entry) => {
      const lesson = course.lesson(entry.id);
      return lesson === undefined ? [] : [...needsProblems(lesson, course), ...mentionProblems(lesson, course, files.lessonFiles)];
    }),
    ...sameOrder(course),
    ...files.exercises.flatMap((exercise) => exerciseProblems(exercise, files.lessonFiles)),
    ...looseExerciseFolders(files),
    ...glossaryProblems(files),
    ...pathProblems(files, course),
    ...[...files.parts, ...files.paths, ...files.glossary, ...files.exercises].flatMap(({ file, body }) =>
      linkProblems(file, mentions(body).links, course),
    ),
  ];
}

function homelessLessons({ lessons, parts }: CourseFiles): Problem[] {
  const ids = parts.map((part) => part.id);
  return lessons
    .filter((lesson) => !ids.includes(partOf(lesson.id)))
    .map((lesson) => ({
      file: lesson.file,
      field: 'folder',
      say: unknown(
        'The part',
        partOf(lesson.id),
        ids,
        `Move the lesson into one of these folders: ${quoted(ids)}; or add content/parts/<number>-${partOf(lesson.id)}.md.`,
      ),
    }));
}

function needsProblems(lesson: Lesson, course: Course): Problem[] {
  const place = (id: string) => course.lessons.findIndex((other) => other.id === id);
  const say = (id: string) => {
    if (course.lesson(id) === undefined)
      return unknown(
        'The lesson',
        id,
        course.lessons.map((other) => other.id),
        'Remove it until that lesson is there.',
      );
    if (id === lesson.id) return 'A lesson cannot need itself. Remove it.';
    return place(id) > place(lesson.id) ? `The lesson "${id}" comes later in the course. Remove it, or change the order.` : undefined;
  };
  return lesson.needs.flatMap((id) => problemIf(lesson.file, 'needs', say(id)));
}

function mentionProblems(lesson: Lesson, course: Course, lessonFiles: readonly string[]): Problem[] {
  const { mentions: found, file } = lesson;
  const inFolder = (folder: string) =>
    lessonFiles
      .filter((path) => path.startsWith(`${lesson.id}/${folder}/`))
      .map((path) => path.slice(lesson.id.length + folder.length + 2));
  const programs = inFolder('programs').map((name) => name.replace(/\.ts$/, ''));
  const originals = inFolder('original');
  const exercises = lesson.exercises.map((id) => id.slice(id.lastIndexOf('/') + 1));
  const terms = course.terms.map((term) => term.id);

  const missing = (field: string, used: readonly string[], known: Iterable<string>, what: string, otherwise: (id: string) => string) => {
    const ids = new Set(known);
    return used.filter((id) => !ids.has(id)).map((id) => ({ file, field, say: unknown(what, id, ids, otherwise(id)) }));
  };
  return [
    ...missing('Term', found.terms, terms, 'The glossary word', (id) => `Add content/glossary/${id}.md, or take the mark off the word.`),
    ...missing(
      'Program',
      found.programs,
      programs,
      'The program',
      (id) => `Add programs/${id}.ts beside the lesson. Present: ${quoted(programs)}.`,
    ),
    ...missing(
      'Original',
      found.originals,
      originals,
      'The original',
      (id) => `Add original/${id} beside the lesson. Present: ${quoted(originals)}.`,
    ),
    ...missing(
      'Exercise',
      found.exercises,
      exercises,
      'The exercise',
      (id) => `Add exercises/${id}/index.mdx beside the lesson. Present: ${quoted(exercises)}.`,
    ),
    ...linkProblems(file, found.links, course),
    ...exercises
      .filter((id) => !found.exercises.includes(id))
      .map((id) => ({
        file,
        field: 'Exercise',
        say: `The exercise "${id}" is not shown anywhere. Add <Exercise id="${id}" /> to the text, or remove its folder.`,
      })),
    ...found.farSteps.map(({ program, at, step }) => ({
      file,
      field: 'Program',
      say: `The caption of "${program}" names step ${step}, and its still stands at step ${at}, from where that is out of sight. Name steps near it, or move the still.`,
    })),
    ...found.sources
      .filter((n) => n < 1 || n > lesson.sources.length)
      .map((n) => ({
        file,
        field: 'Source',
        say: `There is no source ${n}; the frontmatter lists ${lesson.sources.length}. Add it to "sources", or correct the number.`,
      })),
  ];
}

/** Links within the course, in the text of anything. */
function linkProblems(file: string, links: readonly string[], course: Course): Problem[] {
  const pages = new Set([
    ...['/', '/contents/', '/glossary/', '/paths/', '/reference/', '/lab/', '/progress/'],
    ...course.parts.map((part) => `/${part.id}/`),
    ...course.lessons.map((lesson) => `/${lesson.id}/`),
    ...course.paths.map((path) => `/paths/${path.id}/`),
    ...course.terms.map((term) => `/glossary/#${term.id}`),
  ]);
  const say = (link: string) =>
    unknown('The page', link, pages, 'Link to a page of the course as /part/lesson/, with a slash at both ends.');
  return links.flatMap((link) => problemIf(file, 'link', pages.has(link) ? undefined : say(link)));
}

function sameOrder(course: Course): Problem[] {
  return course.parts.flatMap((part) =>
    part.lessons.flatMap((lesson, index) => {
      const before = part.lessons[index - 1];
      const clash = before !== undefined && before.order === lesson.order;
      return problemIf(
        lesson.file,
        'order',
        clash ? `The number ${lesson.order} is also that of "${before.id}". Give each lesson of a part its own number.` : undefined,
      );
    }),
  );
}

/** A folder below `exercises/` that has no index.mdx is invisible to the loaders, so it is looked for by its other files. */
function looseExerciseFolders({ lessonFiles, exercises }: CourseFiles): Problem[] {
  const folders = new Set(lessonFiles.flatMap((path) => /^([^/]+\/[^/]+\/exercises\/[^/]+)\//.exec(path)?.[1] ?? []));
  const whole = new Set(exercises.map((exercise) => exercise.id));
  return [...folders]
    .filter((folder) => !whole.has(folder))
    .map((folder) => ({
      file: `content/lessons/${folder}`,
      field: 'index.mdx',
      say: 'This exercise has no text. Add index.mdx with title, kind, minutes and hints.',
    }));
}

function glossaryProblems({ glossary }: CourseFiles): Problem[] {
  const owner = new Map<string, string>();
  return glossary.flatMap((entry) =>
    [entry.data.term, ...entry.data.aliases].flatMap((word) => {
      const key = word.toLowerCase();
      const other = owner.get(key);
      owner.set(key, other ?? entry.id);
      return problemIf(
        entry.file,
        other === entry.id ? 'aliases' : 'term',
        other === undefined ? undefined : `"${word}" is already explained in content/glossary/${other}.md. Keep it in one place.`,
      );
    }),
  );
}

function pathProblems({ paths }: CourseFiles, course: Course): Problem[] {
  const ids = course.lessons.map((lesson) => lesson.id);
  return paths.flatMap((path) =>
    path.data.lessons.flatMap((id, index) => {
      const say = !ids.includes(id)
        ? unknown('The lesson', id, ids, 'Remove it until that lesson is there.')
        : path.data.lessons.indexOf(id) < index
          ? `The lesson "${id}" is listed twice. Keep the first.`
          : undefined;
      return problemIf(path.file, 'lessons', say);
    }),
  );
}

const problemIf = (file: string, field: string, say: string | undefined): Problem[] => (say === undefined ? [] : [{ file, field, say }]);

/** One problem, one line: `content/…/index.mdx: needs: The lesson … does not exist. Write …` */
export const problemLine = ({ file, field, say }: Problem) => `${file}: ${field}: ${say}`;

/** Thrown by the build with every problem at once, so that one round of corrections is enough. */
export class CourseProblems extends Error {
  constructor(problems: readonly Problem[]) {
    super(
      `The course cannot be published yet: ${problems.length === 1 ? 'one thing does' : `${problems.length} things do`} not fit together.\n\n${problems.map(problemLine).join('\n')}\n`,
    );
    this.name = 'CourseProblems';
  }
}
