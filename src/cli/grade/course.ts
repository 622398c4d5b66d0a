import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { otherFiles, type OtherFile } from '../exercises.ts';
import { exerciseGoal, hasGoal, type ExerciseGoal } from '../goals.ts';
import { lessonsFolder } from '../lessons-folder.ts';

/** What an exercise is judged by. */
export interface Exercise {
  /** `part/lesson/exercise` */
  readonly id: string;
  readonly title: string;
  /** What the page judges by. */
  readonly check?: string;
  /** Scenes that the page does not ship. */
  readonly more?: string;
  /** Of an exercise that is about orders. */
  readonly goal?: ExerciseGoal;
  /** What the answer stands beside, and further files of it. */
  readonly others: readonly OtherFile[];
  /** What many answers have in common, because it was given. */
  readonly given: readonly string[];
}

/** The exercises of the course, read once each. */
export class Course {
  readonly #lessons = lessonsFolder();
  readonly #folders = [...new Set(globSync('*/*/exercises/*/{check.ts,index.mdx}', { cwd: this.#lessons }).map((file) => dirname(file).replaceAll('\\', '/')))].sort();
  readonly #read = new Map<string, Exercise | undefined>();

  /** By its whole name, or by its own if no other exercise has it; undefined: there is none. */
  exercise(name: string): Exercise | undefined {
    if (!this.#read.has(name)) this.#read.set(name, this.#find(name));
    return this.#read.get(name);
  }

  /** Changes with anything that a verdict depends on. */
  hash(): string {
    const hash = createHash('sha256');
    for (const file of globSync('*/*/{exercises/*/{*.{ts,mdx},solution/*.ts},programs/*.ts}', { cwd: this.#lessons }).sort()) hash.update(`${file}\n${readFileSync(join(this.#lessons, file), 'utf8')}\n`);
    return hash.digest('hex');
  }

  #find(name: string): Exercise | undefined {
    const found = this.#folders.filter((folder) => [basename(folder), idOf(folder)].includes(name));
    if (found.length !== 1) return undefined;
    const folder = found[0]!;
    const id = idOf(folder);
    const read = (file: string): string | undefined => (existsSync(join(this.#lessons, folder, file)) ? readFileSync(join(this.#lessons, folder, file), 'utf8') : undefined);
    const title = /^title: *(.*)$/m.exec(read('index.mdx') ?? '')?.[1]?.replace(/^(['"])(.*)\1$/, '$2') ?? id;
    if (hasGoal(id)) return { id, title, goal: exerciseGoal(id), others: [], given: [] };
    const [check, more] = [read('check.ts'), read('grade.ts')];
    if (check === undefined) return undefined;
    const others = otherFiles(join(this.#lessons, folder));
    const given = [read('starter.ts'), read('solution.ts'), ...others.flatMap(({ name, text }) => [text, read(`solution/${name}`)])].filter((text) => text !== undefined);
    return { id, title, check, ...(more === undefined ? {} : { more }), others, given };
  }
}

const idOf = (folder: string): string => folder.replace('/exercises/', '/');
