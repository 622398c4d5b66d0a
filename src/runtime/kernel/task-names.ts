/** Characters of a name: it is a word of schedules, and stands at the head of a lane. */
const LONGEST = 40;
/** Most programs use few names, in thousands of runs. */
const MOST_KEPT = 1_000;

/** A name that was given: to which wish, and how many of its series there were before. */
interface Given {
  readonly wanted: string;
  readonly name: string;
  readonly word: string;
  readonly before: number;
}

/** Gives every task a name of its own, one word of the schedule string: `worker`, `worker2`, `Thread-1`, `Thread-2`. */
export class TaskNames {
  readonly #counts = new Map<string, number>();
  readonly #taken = new Set<string>();
  readonly #given: Given[] = [];

  /**
   * The name of task number `id`, for runs that begin alike and are made one after the other: it depends on what it and the tasks before it
   * wanted, and on nothing else.
   */
  of(id: number, wanted: string): string {
    const known = this.#given[id];
    if (known?.wanted === wanted) return known.name;
    while (this.#given.length > id) {
      const { name, word, before } = this.#given.pop() as Given;
      this.#taken.delete(name);
      this.#counts.set(word, before);
    }
    const { word } = seriesOf(wanted);
    const before = this.#counts.get(word) ?? 0;
    const name = this.unique(wanted);
    this.#given.push({ wanted, name, word, before });
    return name;
  }

  unique(wanted: string): string {
    const { word, numbered } = seriesOf(wanted);
    let count = this.#counts.get(word) ?? 0;
    for (;;) {
      count++;
      const name = (numbered[count] ??= numberedName(word, count));
      if (this.#taken.has(name)) continue;
      this.#counts.set(word, count);
      this.#taken.add(name);
      return name;
    }
  }
}

/** The word that is made of a wanted name, and the names that come of it. The same for all runs. */
interface Series {
  readonly word: string;
  readonly numbered: string[];
}

const kept = new Map<string, Series>();

function seriesOf(wanted: string): Series {
  let series = kept.get(wanted);
  if (series === undefined) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(wanted, (series = { word: wordOf(wanted) || 'task', numbered: [] }));
  }
  return series;
}

/** A long one ends after one of its own words, and says that there was more. */
function wordOf(wanted: string): string {
  const word = wanted.slice(0, 4 * LONGEST).trim().replace(/[\s*/\p{C}]+/gu, '_');
  if (word.length <= LONGEST) return word;
  const head = word.slice(0, LONGEST - 1);
  const end = head.lastIndexOf('_');
  return `${(end > LONGEST / 2 ? head.slice(0, end) : head).replace(/[_,.;:]+$/, '')}…`;
}

function numberedName(word: string, count: number): string {
  // Nameless functions are told apart by number from the first on.
  if (count === 1 && word !== 'g') return word;
  return `${word.replace(/-?\d+$/, '')}${/-\d+$/.test(word) ? '-' : ''}${count}`;
}
