/** Characters of a name: it is a word of schedules, and stands at the head of a lane. */
const LONGEST = 40;

/** Gives every task a name of its own, one word of the schedule string: `worker`, `worker2`, `Thread-1`, `Thread-2`. */
export class TaskNames {
  readonly #counts = new Map<string, number>();
  readonly #taken = new Set<string>();

  unique(wanted: string): string {
    const name = this.#choose(wanted.slice(0, LONGEST).replace(/[\s*/\p{C}]+/gu, '_') || 'task');
    this.#taken.add(name);
    return name;
  }

  #choose(name: string): string {
    let count = this.#counts.get(name) ?? 0;
    for (;;) {
      count++;
      // Nameless functions are told apart by number from the first on.
      const candidate = count === 1 && name !== 'g' ? name : numbered(name, count);
      if (this.#taken.has(candidate)) continue;
      this.#counts.set(name, count);
      return candidate;
    }
  }
}

const numbered = (name: string, count: number): string => `${name.replace(/-?\d+$/, '')}${/-\d+$/.test(name) ? '-' : ''}${count}`;
