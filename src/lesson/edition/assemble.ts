import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EditionError, type Edition } from './read.ts';

/** Where the content of an edition is put together, below the checkout. */
export const ASSEMBLED = '.cache/edition/content';

/**
 * Where the content of this edition lies. Without a selection and lessons of one's own that is the course's own folder. Otherwise it is put together from both: what is left
 * out is not there at all, and what named it no longer does, so that all that reads content reads it as if it had never been.
 *
 * @throws EditionError if the edition names what neither folder has
 */
export function contentOf(edition: Edition, root: string, target = path.join(root, ASSEMBLED)): string {
  const base = path.join(root, 'content');
  if (edition.parts === undefined && edition.own === undefined && edition.without.length === 0) return base;
  const assembly = new Assembly(edition, [base, ...(edition.own === undefined ? [] : [edition.own])]);
  assembly.write(target);
  return target;
}

/** Lessons of one's own that the edition leaves out, which may not be what their author meant. */
export function ownLeftOut({ own, content }: { readonly own: string | undefined; readonly content: string }): readonly string[] {
  return own === undefined ? [] : lessonsOf(own).filter((id) => !existsSync(path.join(content, 'lessons', id, 'index.mdx')));
}

const below = (folder: string, pattern: string): string[] => globSync(pattern, { cwd: folder }).map((file) => file.replaceAll('\\', '/')).sort();
const lessonsOf = (folder: string): string[] => below(path.join(folder, 'lessons'), '*/*/index.mdx').map((file) => path.posix.dirname(file));
/** `1-foundations.md` → `foundations` */
const partOfFile = (file: string): string => file.replace(/^\d+-/, '').replace(/\.md$/, '');
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

class Assembly {
  readonly #edition: Edition;
  /** Lesson → the folder of content that it comes from. One's own counts before the course's. */
  readonly #from: ReadonlyMap<string, string>;
  readonly #partFiles: ReadonlyMap<string, string>;
  readonly #folders: readonly string[];
  /** Lessons in the order of the edition. */
  readonly #lessons: readonly string[];
  readonly #left: ReadonlySet<string>;
  readonly #parts: readonly string[];
  /** Below the target. */
  readonly #written = new Set<string>();

  constructor(edition: Edition, folders: readonly string[]) {
    this.#edition = edition;
    this.#folders = folders;
    this.#from = new Map(folders.flatMap((folder) => lessonsOf(folder).map((id) => [id, folder] as const)));
    this.#partFiles = new Map(folders.flatMap((folder) => below(path.join(folder, 'parts'), '*.md').map((file) => [partOfFile(file), path.join(folder, 'parts', file)] as const)));
    const order = new Map([...this.#partFiles].map(([id, file]) => [id, orderIn(file)]));
    this.#parts = edition.parts?.map((part) => (typeof part === 'string' ? part : part.id)) ?? [...this.#partFiles.keys()].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    this.#lessons = this.#parts.flatMap((id) => this.#lessonsIn(id));
    this.#complain();
    this.#left = new Set([...this.#from.keys()].filter((id) => !this.#lessons.includes(id)));
  }

  #lessonsIn(part: string): string[] {
    const chosen = this.#edition.parts?.find((each) => typeof each !== 'string' && each.id === part);
    if (typeof chosen === 'object') return chosen.lessons.map((slug) => `${part}/${slug}`).filter((id) => !this.#edition.without.includes(id));
    const all = [...this.#from].filter(([id]) => id.startsWith(`${part}/`) && !this.#edition.without.includes(id));
    return all.map(([id, folder]) => ({ id, order: orderIn(path.join(folder, 'lessons', id, 'index.mdx')) })).sort((a, b) => a.order - b.order).map(({ id }) => id);
  }

  /** Everything that the edition names and that is not there. */
  #complain(): void {
    const exercises = [...this.#from].flatMap(([id, folder]) => below(path.join(folder, 'lessons', id, 'exercises'), '*/{index.mdx,check.ts}').map((file) => `${id}/${path.posix.dirname(file)}`));
    const problems = [
      ...this.#parts.filter((id) => !this.#partFiles.has(id)).map((id) => `parts: there is no part "${id}". There are: ${quoted([...this.#partFiles.keys()])}.`),
      ...this.#lessons.filter((id) => !this.#from.has(id)).map((id) => `parts: there is no lesson "${id}". Its part has: ${quoted([...this.#from.keys()].filter((other) => other.startsWith(`${id.split('/')[0]}/`)))}.`),
      ...this.#edition.without.filter((id) => !this.#from.has(id) && !exercises.includes(id)).map((id) => `without: there is neither a lesson nor an exercise "${id}".`),
      ...this.#parts.filter((id, index) => this.#parts.indexOf(id) !== index).map((id) => `parts: "${id}" stands there twice.`),
      ...[...this.#from].filter(([id]) => !this.#partFiles.has(id.split('/')[0]!)).map(([id, folder]) => `content: the lesson "${id}" lies in a part that nobody describes. Add ${path.join(folder, 'parts', `1-${id.split('/')[0]}.md`)} with title, order and tagline.`),
      ...(this.#lessons.length === 0 ? ['parts: no lesson is left.'] : []),
    ];
    if (problems.length > 0) throw new EditionError(problems.map((problem) => `${path.basename(this.#edition.file ?? 'course.config.yaml')}: ${problem}`).join('\n'));
  }

  /** Writes what has changed and removes what is no longer there, so that a development server sees no more than that. */
  write(target: string): void {
    for (const [index, id] of this.#parts.entries()) this.#put(target, `parts/${index + 1}-${id}.md`, this.#text(this.#partFiles.get(id)!, { order: index + 1 }));
    for (const part of this.#parts) {
      for (const [index, id] of this.#lessons.filter((lesson) => lesson.startsWith(`${part}/`)).entries()) this.#putLesson(target, id, index + 1);
    }
    for (const folder of this.#folders) {
      for (const file of below(folder, 'glossary/*.md')) this.#put(target, file, this.#text(path.join(folder, file)));
      for (const file of below(folder, 'paths/*.md')) this.#put(target, file, withoutStops(this.#text(path.join(folder, file)), this.#left));
      for (const file of below(folder, 'lab/*.*')) this.#put(target, file, readFileSync(path.join(folder, file)));
    }
    for (const file of below(target, '**/*.*')) if (!this.#written.has(file)) rmSync(path.join(target, file));
    for (const name of ['paths', 'glossary', 'parts', 'lessons']) mkdirSync(path.join(target, name), { recursive: true });
  }

  #put(target: string, file: string, content: string | Buffer | undefined): void {
    if (content === undefined) return;
    this.#written.add(file);
    const to = path.join(target, file);
    if (existsSync(to) && readFileSync(to).equals(Buffer.from(content))) return;
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, content);
  }

  #putLesson(target: string, id: string, order: number): void {
    const from = path.join(this.#from.get(id)!, 'lessons', id);
    const left = (name: string): boolean => this.#edition.without.includes(`${id}/${name}`);
    for (const file of below(from, '**/*.*')) {
      const exercise = /^exercises\/([^/]+)\//.exec(file)?.[1];
      if (exercise !== undefined && left(exercise)) continue;
      const content = file === 'index.mdx' ? this.#text(path.join(from, file), { order, left, lesson: id }) : file.endsWith('.mdx') ? this.#text(path.join(from, file), { lesson: id }) : readFileSync(path.join(from, file));
      this.#put(target, `lessons/${id}/${file}`, content);
    }
  }

  /** A text without what is left out: links to it become their words, `needs` no longer names it, and its exercises are not called for. */
  #text(file: string, { order, left = () => false, lesson }: { readonly order?: number; readonly left?: (exercise: string) => boolean; readonly lesson?: string } = {}): string {
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    const ordered = order === undefined ? text : text.replace(/^order:.*$/m, `order: ${order}`);
    return ordered
      .replace(/\[([^\][]*)\]\(\/([\w-]+\/[\w-]+)\/[^)]*\)/g, (whole, words: string, id: string) => (this.#left.has(id) ? words : whole))
      .replace(/<Exercise\s+id="([^"]+)"\s*\/>\n?/g, (whole, name: string) => (left(name) ? '' : whole))
      .replace(/^needs:\s*\[([^\]]*)\]/m, (_, ids: string) => `needs: [${ids.split(',').map(bare).filter((id) => id !== '' && this.#isEarlier(id, lesson)).join(', ')}]`)
      .replace(/^needs: *\n((?: *- .*\n)+)/m, (_, items: string) => {
        const kept = items.split('\n').filter((line) => line !== '' && this.#isEarlier(bare(line), lesson));
        return kept.length === 0 ? 'needs: []\n' : `needs:\n${kept.join('\n')}\n`;
      });
  }

  /** Whether a lesson that this one needs is there, and before it in this order. One that never was is left for the course's checks to find. */
  #isEarlier(id: string, lesson: string | undefined): boolean {
    if (this.#left.has(id)) return false;
    const place = this.#lessons.indexOf(id);
    return place < 0 || lesson === undefined || place < this.#lessons.indexOf(lesson);
  }
}

/** `  - 'foundations/every-order'` → `foundations/every-order` */
const bare = (text: string): string => text.replace(/^\s*- /, '').replace(/['"]/g, '').trim();

/** A reading path goes on without the lessons that are left out. One without any lesson is no path. */
function withoutStops(text: string, left: ReadonlySet<string>): string | undefined {
  const kept = text.replace(/^lessons: *\n((?: *- .*\n)+)/m, (_, items: string) => `lessons:\n${items.split('\n').filter((line) => line !== '' && !left.has(bare(line))).map((line) => `${line}\n`).join('')}`);
  return /^lessons: *\n(?! *- )/m.test(kept) ? undefined : kept;
}

const orderIn = (file: string): number => Number(/^order:\s*([\d.]+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
