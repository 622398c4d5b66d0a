/** Characters of a name: it is a word of schedules, and stands at the head of a lane. */
const LONGEST = 40;
/** Most programs use few names, in thousands of runs. */
const MOST_KEPT = 1_000;

/** Gives every task a name of its own, one word of the schedule string: `worker`, `worker2`, `Thread-1`, `Thread-2`. */
export class TaskNames {
  readonly #counts = new Map<string, number>();
  readonly #taken = new Set<string>();

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
    kept.set(wanted, (series = { word: wanted.slice(0, LONGEST).replace(/[\s*/\p{C}]+/gu, '_') || 'task', numbered: [] }));
  }
  return series;
}

function numberedName(word: string, count: number): string {
  // Nameless functions are told apart by number from the first on.
  if (count === 1 && word !== 'g') return word;
  return `${word.replace(/-?\d+$/, '')}${/-\d+$/.test(word) ? '-' : ''}${count}`;
}
