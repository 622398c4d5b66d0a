/** Single words that an edition puts in place of the catalogue's. */

/** Dotted path, group first → text: `shell.marks.read`. */
export type OwnWords = Readonly<Record<string, string>>;

/** What stands in a catalogue: the text of an entry, or a function that makes it. */
type Entry = string | ((...given: never[]) => unknown);

/** Every entry of a catalogue or of a part of it, by its dotted path. */
export function entriesOf(words: object, path = ''): ReadonlyMap<string, Entry> {
  return new Map(
    Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
      const here = path === '' ? name : `${path}.${name}`;
      return typeof value === 'object' && value !== null ? [...entriesOf(value, here)] : [[here, value as Entry] as const];
    }),
  );
}

/** Why `key` cannot be replaced, as a sentence for whoever wrote it; undefined if it can. `catalogue`: groups of words by their names. */
export function ownWordProblem(catalogue: object, key: string): string | undefined {
  const entries = new Map([...entriesOf(catalogue)].filter(([path]) => path.includes('.')));
  const entry = entries.get(key);
  if (typeof entry === 'string') return undefined;
  if (entry !== undefined) return `"${key}" is put together from parts (a number, a name), so a single text cannot take its place. It stays as it is; take this line out, or change it in src/words.`;
  const replaceable = [...entries].flatMap(([path, each]) => (typeof each === 'string' ? [path] : []));
  const nearest = replaceable.toSorted((a, b) => distance(a, key) - distance(b, key))[0];
  return `There are no words called "${key}". Did you mean "${nearest}"? All that there are stand in src/words/en.`;
}

/** A group with some of its words replaced. The paths of `own` begin below the group. */
export function withOwn<T extends object>(words: T, own: OwnWords): T {
  const copy = copyOf(words);
  for (const [path, text] of Object.entries(own)) {
    const names = path.split('.');
    const last = names.pop()!;
    const place = names.reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, copy as Record<string, unknown>);
    place[last] = text;
  }
  return copy;
}

/** The browser's own cannot copy functions. */
function copyOf<T extends object>(words: T): T {
  return Object.fromEntries(Object.entries(words).map(([name, value]: [string, unknown]) => [name, typeof value === 'object' && value !== null ? copyOf(value) : value])) as T;
}

/** How many letters have to be put in, taken out or exchanged (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 1; at < row.length; at++) next.push(Math.min(row[at]! + 1, next[at - 1]! + 1, row[at - 1]! + (letter === other[at - 1] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
