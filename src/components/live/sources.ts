/** The files beside a lesson, as text. A program of several is one text (`joinFiles`). */
import { filesImportedBy, joinFiles } from '#base';


const programs = import.meta.glob<string>('/content/lessons/*/*/programs/*.ts', { query: '?raw', import: 'default' });
const exercises = import.meta.glob<string>('/content/lessons/*/*/exercises/*/{*,solution/*}.ts', {
  query: '?raw',
  import: 'default',
});

async function read(files: Record<string, () => Promise<string>>, path: string, tag: string): Promise<string> {
  const load = files[`/content/lessons/${path}`];
  if (load) return (await load()).trimEnd() + '\n';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const there = Object.keys(files)
    .map((each) => each.slice('/content/lessons/'.length))
    .filter((each) => each.startsWith(folder));
  const names = there.map((each) => each.slice(folder.length)).join(', ') || 'no file';
  throw new Error(`${tag}: content/lessons/${path} does not exist\nPresent: ${names}\nTry:     add the file, or correct the name`);
}

/** A program with the files beside it that it imports, and those that they import. */
export async function programSource(lesson: string, name: string): Promise<string> {
  const tag = `<Program name="${name}" />`;
  const others = new Map<string, string>();
  const main = await read(programs, `${lesson}/programs/${name}.ts`, tag);
  const wanted = [...filesImportedBy(main)];
  for (const file of wanted) {
    if (others.has(file)) continue;
    const text = await read(programs, `${lesson}/programs/${file}`, tag);
    others.set(file, text);
    wanted.push(...filesImportedBy(text));
  }
  return joinFiles({ main, others: Object.fromEntries(others) });
}

/** What an exercise has besides its text. */
export interface ExerciseSources {
  /** What the learner begins with, and may change. */
  readonly starter: string;
  /** Without the files that it leaves as they are. */
  readonly solution: string;
  readonly check: string;
  /** Every other file, in order: what it is at first, and whether it is there to be read alone. */
  readonly others: readonly { readonly name: string; readonly text: string; readonly isGiven: boolean }[];
}

export async function exerciseSources(lesson: string, id: string, files: readonly { readonly name: string; readonly edit: boolean }[]): Promise<ExerciseSources> {
  const folder = `${lesson}/exercises/${id}`;
  const of = (file: string): Promise<string> => read(exercises, `${folder}/${file}.ts`, `<Exercise id="${id}" />`);
  const [starter, solution, check, ...texts] = await Promise.all([of('starter'), of('solution'), of('check'), ...files.map(({ name }) => of(name))] as const);
  const others = files.map(({ name, edit }, index) => ({ name: `${name}.ts`, text: texts[index]!, isGiven: !edit }));
  const changed = others.filter(({ name }) => `/content/lessons/${folder}/solution/${name}` in exercises);
  const solved = await Promise.all(changed.map(async ({ name }) => [name, await of(`solution/${name.replace(/\.ts$/, '')}`)] as const));
  return {
    starter: joinFiles({ main: starter, others: Object.fromEntries(others.filter(({ isGiven }) => !isGiven).map(({ name, text }) => [name, text])) }),
    solution: joinFiles({ main: solution, others: Object.fromEntries(solved) }),
    check,
    others,
  };
}
