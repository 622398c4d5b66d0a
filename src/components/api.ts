/** The reference as pages link to it: names → sections, and which lessons use what. */
import { readFile } from 'node:fs/promises';
import { getCollection } from 'astro:content';
import { nameFinder } from '#reference/names';
import type { DrawnEntry, DrawnModule } from '#reference';
import { importsOf, type Lesson } from '#lesson';

export interface Place {
  /** From the root of the site. */
  readonly path: string;
  readonly module: DrawnModule;
  readonly entry: DrawnEntry;
  /** `Chan.send`, or the entry's own name. */
  readonly name: string;
}

/** How a link names it: functions as they are called, `go()`. "Go" alone would be an empty word to whoever reads only the links of a page. */
export const asCalled = (name: string, { kind }: Pick<DrawnEntry, 'kind'>): string => (kind === 'function' ? `${name}()` : name);

interface Reference {
  readonly modules: readonly DrawnModule[];
  find(name: string): Place | undefined;
}

let made: Promise<Reference> | undefined;

/** All modules, in the order of the collection's own list. */
export function reference(): Promise<Reference> {
  if (import.meta.env.DEV) return makeReference();
  return (made ??= makeReference());
}

const ORDER = ['go', 'threading', 'lambda', 'check', 'lab', 'testing', 'explore'];

async function makeReference(): Promise<Reference> {
  const entries = await getCollection('reference');
  const modules = entries.map(({ data }) => data as unknown as DrawnModule).sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
  const find = nameFinder(modules);
  return {
    modules,
    find(name) {
      const target = find(name);
      const module = modules.find((one) => one.name === target?.module);
      const entry = module?.entries.find((one) => one.name === target?.entry);
      if (target === undefined || module === undefined || entry === undefined) return undefined;
      return { path: `/reference/${module.name}/#${target.anchor}`, module, entry, name: target.anchor };
    },
  };
}

/** The place of `name`, which somebody has written down in `where`. @throws Error if there is no such thing, or more than one. */
export async function placeOf(name: string, where: string): Promise<Place> {
  const found = (await reference()).find(name);
  if (found === undefined) throw new Error(`${where}: the library has no one thing called "${name}"\nTry: its name as it is imported, "Chan.send" for a method, "threading/Queue" where several modules have it`);
  return found;
}

/** What the programs and exercises of a lesson import of the library, each once, in the order of the reference. */
export async function usedIn(lesson: Lesson): Promise<readonly Place[]> {
  const { modules, find } = await reference();
  const texts = await Promise.all(lesson.programFiles.map((file) => readFile(`${process.env['COURSE_CONTENT'] ?? 'content'}/lessons/${file}`, 'utf8')));
  const names = new Set(texts.flatMap((text) => importsOf(text)));
  return modules.flatMap((module) => module.entries.flatMap(({ name }) => (names.has(`${module.name}/${name}`) ? (find(`${module.name}/${name}`) ?? []) : [])));
}
