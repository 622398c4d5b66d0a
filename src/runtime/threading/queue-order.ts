import { quote } from '#base';

/** Which of the values in a queue comes out next. */
export interface Order<E> {
  readonly size: number;
  push(entry: E): void;
  pop(): E | undefined;
}

/** First in, first out. */
export class FirstIn<E> implements Order<E> {
  readonly #entries: E[] = [];

  get size(): number {
    return this.#entries.length;
  }

  push(entry: E): void {
    this.#entries.push(entry);
  }

  pop(): E | undefined {
    return this.#entries.shift();
  }
}

/** Last in, first out. */
export class LastIn<E> implements Order<E> {
  readonly #entries: E[] = [];

  get size(): number {
    return this.#entries.length;
  }

  push(entry: E): void {
    this.#entries.push(entry);
  }

  pop(): E | undefined {
    return this.#entries.pop();
  }
}

/** The smallest first: a binary heap. */
export class Smallest<E extends { readonly value: unknown }> implements Order<E> {
  readonly #heap: E[] = [];

  get size(): number {
    return this.#heap.length;
  }

  /** @throws TypeError if the value cannot be compared with one that is there; nothing is changed then */
  push(entry: E): void {
    let at = this.#heap.length;
    const path: number[] = [];
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isLess(entry.value, this.#heap[parent]!.value)) break;
      path.push(parent);
      at = parent;
    }
    let hole = this.#heap.length;
    for (const parent of path) {
      this.#heap[hole] = this.#heap[parent]!;
      hole = parent;
    }
    this.#heap[hole] = entry;
  }

  pop(): E | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || this.#heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#heap.length) break;
      if (child + 1 < this.#heap.length && isLess(this.#heap[child + 1]!.value, this.#heap[child]!.value)) child++;
      if (!isLess(this.#heap[child]!.value, last.value)) break;
      this.#heap[at] = this.#heap[child]!;
      at = child;
    }
    this.#heap[at] = last;
    return first;
  }
}

/** Python's `a < b`: numbers, strings, and arrays, which stand for tuples and are compared from the front. */
export function isLess(a: unknown, b: unknown): boolean {
  if ((typeof a === 'number' || typeof a === 'bigint') && (typeof b === 'number' || typeof b === 'bigint')) return a < b;
  if (typeof a === 'string' && typeof b === 'string') return a < b;
  if (Array.isArray(a) && Array.isArray(b)) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) if (!isSame(a[i], b[i])) return isLess(a[i], b[i]);
    return a.length < b.length;
  }
  throw new TypeError(`'<' not supported between ${quote(a)} and ${quote(b)}: a PriorityQueue takes numbers, strings, or arrays of them. Put a number of its own before a value that has no order: [priority, nth, job].`);
}

const isSame = (a: unknown, b: unknown): boolean => (Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((one, i) => isSame(one, b[i])) : a === b);
