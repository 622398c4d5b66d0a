/** The programs of the literature, with known numbers of orders. */
import { kernel, Model, ReadyOperation, type Access, type Lowered, type Pos, type Shared, type Steps } from '#kernel';
import { Mutex } from '#runtime/go';
import type { Subject } from '../subject.ts';

/** A program written directly against the lowered form, so that these counts depend on the explorer alone. */
function program(main: ($: Lowered, go: (body: () => Steps) => void) => Steps): Subject {
  return {
    prepare(run) {
      const $ = new Model(run, {});
      return () => main($, (body) => void run.spawn({ name: 't', kind: 'goroutine', onFailure: 'crash', keepsAlive: true }, { callee: $.async(body as () => Steps, 't'), self: undefined, args: [] } as never));
    },
  };
}
const at = 0 as Pos;

const cells = ($: Lowered, n: number) => Array.from({ length: n }, (_, i) => $.cell(`c${i}`, at, () => 0));
const mutexes = (n: number) => Array.from({ length: n }, () => new Mutex());

function* lock($: Lowered, mutex: Mutex): Steps {
  yield* $.call(mutex.lock, mutex, [], at);
  return undefined;
}

function* unlock($: Lowered, mutex: Mutex): Steps {
  if ($.invoke(mutex, 'unlock', undefined, at)) yield;
  mutex.unlock();
  return undefined;
}

const LOOK: Access = { bit: 1, after: 2, races: 2 };
const CHANGE: Access = { bit: 2, after: 3, races: 3 };

/** A number that is read and changed in one step. */
class Atomic {
  readonly shared: Shared = kernel().shared('variable', { name: 'x' });
  value = 0;

  /** Changes the number to what `next` makes of it. Where that is the same, it was only looked at: which of the two shows in the step. */
  update(next: (value: number) => number): Promise<number> {
    return kernel().submit(new Update(this, next));
  }
}

class Update extends ReadyOperation<number> {
  readonly verb = 'update';
  readonly reason = 'await';
  readonly resource: Shared;
  readonly #number: Atomic;
  readonly #next: (value: number) => number;

  constructor(number: Atomic, next: (value: number) => number) {
    super();
    this.#number = number;
    this.#next = next;
    this.resource = number.shared;
  }

  perform(): number {
    const { value } = this.#number;
    this.#number.value = this.#next(value);
    kernel().touch(this.resource, this.#number.value === value ? LOOK : CHANGE);
    kernel().did(this.verb, this.resource);
    return value;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, CHANGE);
  }
}

/** One writer of x; `n` readers that each read a cell of their own and then x. */
export const readers = (n: number) => program(function* ($, go) {
  const x = $.cell('x', at, () => 0);
  const own = cells($, n);
  go(function* () { if ($.write(x, at)) yield; return undefined; });
  for (let i = 0; i < n; i++) go(function* () { if ($.read(own[i], at)) yield; if ($.read(x, at)) yield; return undefined; });
  return undefined;
});

/** `n` writers that each write a cell from the one before it, and a reader that looks for the last zero. */
export const lastzero = (n: number) => program(function* ($, go) {
  const a = new Array<number>(n + 1).fill(0);
  const c = cells($, n + 1);
  go(function* () {
    let i = n;
    for (;;) {
      if ($.read(c[i], at)) yield;
      if (a[i] === 0) break;
      i--;
    }
    return undefined;
  });
  for (let j = 1; j <= n; j++) go(function* () {
    if ($.read(c[j - 1], at)) yield;
    const v = a[j - 1] as number;
    if ($.write(c[j], at)) yield;
    a[j] = v + 1;
    return undefined;
  });
  return undefined;
});

/** `n` tasks put four words each into a hash table, with a compare-and-swap for each place that they try. */
export const indexer = (n: number) => program(function* ($, go) {
  const table = Array.from({ length: 128 }, () => new Atomic());
  for (let t = 0; t < n; t++) go(function* () {
    for (let m = 1; m <= 4; m++) {
      const word = 11 * m + t;
      for (let place = (7 * word) % 128; !(yield* swap($, table[place] as Atomic, 0, word)); place = (place + 1) % 128);
    }
    return undefined;
  });
  return undefined;
});

/** `n` tasks give an inode a block each, of 32 inodes and 26 blocks with a lock for each. */
export const filesystem = (n: number) => program(function* ($, go) {
  const [inodes, blocks] = [32, 26];
  const inode = new Array<number>(inodes).fill(0);
  const busy = new Array<boolean>(blocks).fill(false);
  const [inodeCells, blockCells] = [cells($, inodes), cells($, blocks)];
  const [inodeLocks, blockLocks] = [mutexes(inodes), mutexes(blocks)];
  for (let t = 0; t < n; t++) go(function* () {
    const i = t % inodes;
    yield* lock($, inodeLocks[i] as Mutex);
    if ($.read(inodeCells[i], at)) yield;
    for (let b = (2 * i) % blocks; inode[i] === 0; b = (b + 1) % blocks) {
      yield* lock($, blockLocks[b] as Mutex);
      if ($.read(blockCells[b], at)) yield;
      if (!busy[b]) {
        if ($.write(blockCells[b], at)) yield;
        busy[b] = true;
        if ($.write(inodeCells[i], at)) yield;
        inode[i] = b + 1;
      }
      yield* unlock($, blockLocks[b] as Mutex);
    }
    yield* unlock($, inodeLocks[i] as Mutex);
    return undefined;
  });
  return undefined;
});

export const locked = (n: number) => program(function* ($, go) {
  const x = $.cell('x', at, () => 0);
  const m = new Mutex();
  for (let i = 0; i < n; i++) go(function* () {
    yield* lock($, m);
    if ($.read(x, at)) yield;
    if ($.write(x, at)) yield;
    yield* unlock($, m);
    return undefined;
  });
  return undefined;
});

export const philosophers = (n: number) => program(function* ($, go) {
  const forks = mutexes(n);
  for (let i = 0; i < n; i++) go(function* () {
    const [a, b] = [forks[i] as Mutex, forks[(i + 1) % n] as Mutex];
    yield* lock($, a);
    yield* lock($, b);
    yield* unlock($, b);
    yield* unlock($, a);
    return undefined;
  });
  return undefined;
});

/** Two tasks take two locks, one in the order a b, the other in the order b a. */
export const crosswise = () => program(function* ($, go) {
  const [a, b] = [new Mutex(), new Mutex()];
  for (const [first, second] of [[a, b], [b, a]] as const) go(function* () {
    yield* lock($, first);
    yield* lock($, second);
    yield* unlock($, second);
    yield* unlock($, first);
    return undefined;
  });
  return undefined;
});

/** A read and a write each: two steps between which others may come. */
export const increments = (n: number) => program(function* ($, go) {
  const x = $.cell('x', at, () => 0);
  for (let i = 0; i < n; i++) go(function* () { if ($.read(x, at)) yield; if ($.write(x, at)) yield; return undefined; });
  return undefined;
});

/** `n` tasks that each add one in a single step. */
export const atomicIncrements = (n: number) => program(function* ($, go) {
  const x = new Atomic();
  for (let i = 0; i < n; i++) go(function* () { yield* $.call(x.update, x, [(value: number) => value + 1], at); return undefined; });
  return undefined;
});

/** Task i swaps i for i + 1, once. */
export const swaps = (n: number) => program(function* ($, go) {
  const x = new Atomic();
  for (let i = 0; i < n; i++) go(function* () { yield* swap($, x, i, i + 1); return undefined; });
  return undefined;
});

function* swap($: Lowered, number: Atomic, from: number, to: number): Steps {
  const before = yield* $.call(number.update, number, [(value: number) => (value === from ? to : value)], at);
  return before === from;
}
