/** The programs of the course as text. Vite reads them, so the same lists are there in Node and in the browser. */
import { filesImportedBy, joinFiles, splitFiles } from '#base';
import type { Reply, Request } from '#engine';

const programFiles = import.meta.glob<string>('/content/lessons/*/*/programs/*.ts', { query: '?raw', import: 'default', eager: true });
const lessonTexts = import.meta.glob<string>('/content/lessons/*/*/index.mdx', { query: '?raw', import: 'default', eager: true });
const exerciseFiles = import.meta.glob<string>('/content/lessons/*/*/exercises/*/**/*.{ts,mdx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface CourseProgram {
  /** `foundations/every-order/programs/lost-update.ts` */
  readonly id: string;
  /** With the files that it imports (`joinFiles`). */
  readonly text: string;
  /** Its lesson shows it with patient timers, as every simulation is: with any others, some have orders without end. */
  readonly isPatient: boolean;
}

export interface CourseExercise {
  /** `goroutines/starting-a-goroutine/exercises/kettles` */
  readonly id: string;
  /** Path within the exercise's folder → text. */
  readonly files: Readonly<Record<string, string>>;
  /** Names of the wrong answers: `sleeps` for `wrong/sleeps.ts`. */
  readonly wrong: readonly string[];
}

const below = (path: string): string => path.slice('/content/lessons/'.length);

export const programs: readonly CourseProgram[] = Object.entries(programFiles).map(([path, text]) => {
  const [, lesson = '', name = ''] = /^(.*)programs\/(.*)\.ts$/.exec(path) ?? [];
  const isPatient = new RegExp(`<Program name="${name}"[^>]*\\btimers="patient"|<Simulation\\s+name="${name}"`).test(lessonTexts[`${lesson}index.mdx`] ?? '');
  return { id: below(path), text: withImports(text, path.slice(0, path.lastIndexOf('/') + 1)), isPatient };
});

/** The exercises that are answered with a program. */
export const exercises: readonly CourseExercise[] = [...Map.groupBy(Object.keys(exerciseFiles), folderOf)]
  .map(([id, paths]) => ({ id, files: Object.fromEntries(paths.map((path) => [below(path).slice(id.length + 1), exerciseFiles[path]!])) }))
  .filter(({ files }) => 'check.ts' in files || 'starter.ts' in files)
  .map(({ id, files }) => ({ id, files, wrong: Object.keys(files).flatMap((file) => /^wrong\/([^/]+)\.ts$/.exec(file)?.[1] ?? []) }));

/** As the page has it: one text of a program and of the files beside it that it imports. */
function withImports(main: string, folder: string): string {
  const others: Record<string, string> = {};
  const wanted = [...filesImportedBy(main)];
  for (const name of wanted) {
    const text = programFiles[folder + name];
    if (name in others || text === undefined) continue;
    others[name] = text;
    wanted.push(...filesImportedBy(text));
  }
  return joinFiles({ main, others });
}

function programOf(text: string): Extract<Request, { kind: 'run' }>['program'] {
  const { main, others } = splitFiles(text);
  return { files: { 'main.ts': main, ...others }, entry: 'main.ts' };
}

function folderOf(path: string): string {
  return below(path).split('/').slice(0, 4).join('/');
}

/** What the page sends when somebody checks `file` of an exercise. A wrong answer may borrow what is right from `../solution`. */
export function checkOf({ files }: CourseExercise, file: string): Extract<Request, { kind: 'check' }> {
  const isCode = (name: string): boolean => name === file || name === 'check.ts' || name === 'solution.ts';
  const code = Object.fromEntries(Object.entries(files).filter(([name]) => isCode(name)));
  const others = otherNames(files);
  const also = others.filter((name) => new RegExp(`name: ${name.replace(/\.ts$/, '')}, edit: true`).test(files['index.mdx'] ?? ''));
  const variant = file.replace(/\.ts$/, '');
  // `solution/layer.ts` and `wrong/sleeps/layer.ts` are what becomes of `layer.ts`.
  const beside = Object.fromEntries(others.map((name) => [name, files[`${variant}/${name}`] ?? files[name]!]));
  return { kind: 'check', program: { files: { ...code, ...beside }, entry: file }, answer: file, check: 'check.ts', ...(also.length > 0 && { also }) };
}

/** Files that stand beside the starter. */
export const otherNames = (files: CourseExercise['files']): readonly string[] => Object.keys(files).filter((name) => /^(?!(?:starter|solution|check|grade)\.ts$)[^/]+\.ts$/.test(name));

export const runOf = (text: string, schedule?: string): Extract<Request, { kind: 'run' }> => ({
  kind: 'run',
  program: programOf(text),
  ...(schedule === undefined ? {} : { schedule }),
});

export const exploreOf = ({ text, isPatient }: CourseProgram): Extract<Request, { kind: 'explore' }> => ({
  kind: 'explore',
  program: programOf(text),
  maxRuns: 2_000,
  ...(isPatient && { timers: 'patient' }),
});

/** Orders worth a replay: the plain one, the simplest that fails, and one for each of two outcomes. */
export function schedulesOf(explored: Reply): readonly string[] {
  if (explored.kind !== 'explored') throw new Error(`this was not explored: ${JSON.stringify(explored)}`);
  const { simplest, outcomes } = explored.exploration;
  return [
    ...new Set(['', ...(simplest === undefined ? [] : [simplest.schedule]), ...outcomes.slice(0, 2).map(({ schedule }) => schedule)]),
  ];
}

/** How long it took is the one thing that may differ. */
export function withoutMs(reply: Reply): Reply {
  if (reply.kind === 'judged') return { ...reply, verdict: { ...reply.verdict, ms: 0 } };
  if (reply.kind === 'explored') return { ...reply, exploration: { ...reply.exploration, ms: 0 } };
  return reply;
}

/** For `describe.each`: Vitest would cut a long `$id`. */
export const named = <T extends { readonly id: string }>(items: readonly T[]): (readonly [id: string, item: T])[] =>
  items.map((item) => [item.id, item]);
