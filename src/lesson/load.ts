/**
 * Reads the course through Astro. The only file of this folder that knows Astro, so that tests and the command line can
 * use the rest.
 */
import { readdir } from 'node:fs/promises';
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { arrangeCourse, type Course, type CourseFiles, type Entry } from './course.ts';
import { authorsFile, edition } from './edition/index.ts';
import { CourseProblems, findProblems, problemLine } from './problems.ts';

let published: Promise<Course> | undefined;

/**
 * The whole course, in order.
 *
 * A build fails if the content does not fit together; a draft (the development server, or COURSE_DRAFT=1) only says so,
 * because a lesson that is being written is not whole.
 */
export function loadCourse(): Promise<Course> {
  if (import.meta.env.DEV) return readCourse();
  // A build asks for the course on every page, and it cannot change on the way.
  return (published ??= readCourse());
}

async function readCourse(): Promise<Course> {
  const files = await readFiles();
  const problems = findProblems(files).map((problem) => ({ ...problem, file: authorsFile(edition().own, problem.file) }));
  if (problems.length > 0) {
    if (!import.meta.env.DEV && process.env.COURSE_DRAFT !== '1') throw new CourseProblems(problems);
    for (const problem of problems) console.warn(`[draft] ${problemLine(problem)}`);
  }
  return arrangeCourse(files);
}

async function readFiles(): Promise<CourseFiles> {
  const [parts, lessons, exercises, glossary, paths, lessonFiles] = await Promise.all([
    entries('parts'),
    entries('lessons'),
    entries('exercises'),
    entries('glossary'),
    entries('paths'),
    filesBelow(`${process.env['COURSE_CONTENT'] ?? 'content'}/lessons`),
  ]);
  return { parts, lessons, exercises, glossary, paths, lessonFiles };
}

async function entries<Key extends CollectionKey>(collection: Key): Promise<Entry<CollectionEntry<Key>['data']>[]> {
  const found = await getCollection(collection);
  return found.map((entry) => ({
    id: entry.id,
    data: entry.data,
    body: entry.body ?? '',
    file: entry.filePath ?? `content/${collection}/${entry.id}`,
  }));
}

async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
    .sort();
}
