import { quote } from '#base';
import { ABOUT, Call, kernel, SHARED, type Access, type Body, type Shared } from '#kernel';

/** What a progress bar shows. */
export interface BarOptions {
  /** How many steps make the whole. By default the length of the list, if it has one. */
  readonly total?: number;
  /** What the line begins with. */
  readonly desc?: string;
}

/** Each update reads and writes the count, under a lock of the bar's own. */
const UPDATE: Access = { bit: 1, after: 1, races: 1 };

const WIDTH = 10;

/**
 * A progress bar, which prints a line whenever it moves: `pages:  50%|#####     | 2/4`.
 *
 * Any thread may `update` it: it has a lock of its own, as tqdm's bars have.
 *
 * Semantics mirrored: https://tqdm.github.io/docs/tqdm/ (its manual, 2026-11).
 *
 * @rules futures#progress-bar
 * @example
 * const bar = new ProgressBar({ total: 2, desc: 'pages' });
 * bar.update(); // prints pages:  50%|#####     | 1/2
 * console.log(bar.n); // 1
 */
export class ProgressBar {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('other', { name: 'bar' });
  readonly #total: number | undefined;
  readonly #desc: string;
  #n = 0;

  constructor({ total, desc }: BarOptions = {}) {
    if (total !== undefined && !(total >= 0)) throw new TypeError(`a progress bar takes a number as total, not ${quote(total)}`);
    this.#total = total;
    this.#desc = desc === undefined ? '' : `${desc}: `;
  }

  /** How far it is. */
  get n(): number {
    kernel().touch(this[SHARED], UPDATE);
    return this.#n;
  }

  /** Moves the bar by `steps`, and prints it. Does not wait. */
  update(steps = 1): void {
    const k = kernel();
    k.touch(this[SHARED], UPDATE);
    this.#n += steps;
    k.print(this.#line());
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    return method === 'update' ? { verb: 'update', access: UPDATE } : undefined;
  }

  #line(): string {
    const total = this.#total;
    if (total === undefined || total === 0) return `${this.#desc}${this.#n}it`;
    const share = Math.min(1, this.#n / total);
    const bar = '#'.repeat(Math.floor(share * WIDTH)).padEnd(WIDTH);
    return `${this.#desc}${String(Math.floor(share * 100)).padStart(3)}%|${bar}| ${this.#n}/${total}`;
  }
}

/**
 * Goes through `items`, and moves a progress bar after each: after `for await` has come back for the next one. Over `pool.map` it moves in
 * the order of the list, so a slow first call holds it up; over `asCompleted` it moves whenever a call ends.
 *
 * What it mirrors: https://github.com/tqdm/tqdm. Its bar overwrites one line and shows the time; here each step is a line of its own.
 *
 * Semantics mirrored: https://tqdm.github.io/docs/tqdm/ (its manual, 2026-11).
 *
 * @rules futures#progress-bar
 * @example
 * let sum = 0;
 * for await (const n of tqdm([1, 2])) sum += n; // prints …100%|##########| 2/2
 * console.log(sum); // 3
 */
export function tqdm<T>(items: Iterable<T> | AsyncIterable<T>, options: BarOptions = {}): AsyncIterableIterator<Awaited<T>, undefined> {
  const inner = iteratorOf(items);
  const bar = new ProgressBar({ ...options, ...(options.total === undefined && lengthOf(items) !== undefined ? { total: lengthOf(items) as number } : {}) });
  let isFirst = true;
  const next = function* (): Body<IteratorResult<Awaited<T>, undefined>> {
    if (!isFirst) bar.update();
    isFirst = false;
    const result = (yield new Call(inner.next as (...args: never[]) => unknown, inner, [])) as IteratorResult<T>;
    return result.done === true ? { done: true, value: undefined } : { done: false, value: (yield new Call(same, undefined, [result.value])) as Awaited<T> };
  };
  const leave = function* (): Body<IteratorResult<Awaited<T>, undefined>> {
    if (inner.return !== undefined) yield new Call(inner.return as (...args: never[]) => unknown, inner, []);
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => kernel().run(next(), 'next'),
    return: () => kernel().run(leave(), 'return'),
  };
}

function iteratorOf<T>(items: Iterable<T> | AsyncIterable<T>): Iterator<T> | AsyncIterator<T> {
  const { [Symbol.asyncIterator]: async, [Symbol.iterator]: sync } = (items ?? {}) as Partial<Iterable<T> & AsyncIterable<T>>;
  if (typeof async === 'function') return async.call(items as AsyncIterable<T>);
  if (typeof sync === 'function') return sync.call(items as Iterable<T>);
  throw new TypeError(`tqdm takes something to go through, not ${quote(items)}`);
}

function lengthOf(items: unknown): number | undefined {
  if (Array.isArray(items)) return items.length;
  return items instanceof Set || items instanceof Map ? items.size : undefined;
}

/** Awaits what the list holds, as `for await` does. */
const same = (value: unknown): unknown => value;
