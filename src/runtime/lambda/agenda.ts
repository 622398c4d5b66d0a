interface Entry {
  readonly at: number;
  readonly rank: number;
  readonly number: number;
  readonly act: (at: number) => void;
}

/** What happens at one instant happens in this order. Arrivals add the number of their function. */
export const FIRST_ENDS = 0;
export const THEN_ARRIVALS = 1;

/**
 * What is to happen inside the account, in order of time. A binary heap. Entries of one instant come in order of rank, and then in
 * the order in which they were entered.
 */
export class Agenda {
  readonly #heap: Entry[] = [];
  #entered = 0;

  enter(at: number, rank: number, act: (at: number) => void): void {
    const heap = this.#heap;
    heap.push({ at, rank, number: this.#entered++, act });
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!isBefore(heap[i] as Entry, heap[parent] as Entry)) break;
      this.#swap(i, parent);
      i = parent;
    }
  }

  /** Does all that is due until `now`, that included. */
  advance(now: number): void {
    for (let next = this.#heap[0]; next !== undefined && next.at <= now; next = this.#heap[0]) {
      this.#removeFirst();
      next.act(next.at);
    }
  }

  #removeFirst(): void {
    const heap = this.#heap;
    const last = heap.pop() as Entry;
    if (heap.length === 0) return;
    heap[0] = last;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && isBefore(heap[child] as Entry, heap[least] as Entry)) least = child;
      if (least === i) return;
      this.#swap(i, least);
      i = least;
    }
  }

  #swap(i: number, j: number): void {
    [this.#heap[i], this.#heap[j]] = [this.#heap[j] as Entry, this.#heap[i] as Entry];
  }
}

const isBefore = (a: Entry, b: Entry): boolean => (a.at - b.at || a.rank - b.rank || a.number - b.number) < 0;
