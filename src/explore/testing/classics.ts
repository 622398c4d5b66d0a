/** The programs of the literature, with known numbers of orders. */
import { Model, type Lowered, type Pos, type Steps } from '#kernel';
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

export const readers = (n: number) => program(function* ($, go) {
  const x = $.cell('x', at, () => 0);
  const own = cells($, n);
  go(function* () { if ($.write(x, at)) yield; return undefined; });
  for (let i = 0; i < n; i++) go(function* () { if ($.read(own[i], at)) yield; if ($.read(x, at)) yield; return undefined; });
  return undefined;
});

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

export const indexer = (n: number) => program(function* ($, go) {
  const table = new Array<number>(128).fill(0);
  const c = cells($, 128);
  for (let t = 0; t < n; t++) go(function* () {
    for (let m = 1; m <= 4; m++) {
      const w = 11 * m + t;
      let h = (7 * w) % 128;
      for (;;) {
        if ($.write(c[h], at)) yield;
        if (table[h] === 0) { table[h] = w; break; }
        h = (h + 1) % 128;
      }
    }
    return undefined;
  });
  return undefined;
});

export const locked = (n: number) => program(function* ($, go) {
  const x = $.cell('x', at, () => 0);
  const m = new Mutex();
  for (let i = 0; i < n; i++) go(function* () {
    yield* $.call(m.lock, m, [], at);
    if ($.read(x, at)) yield;
    if ($.write(x, at)) yield;
    if ($.invoke(m, 'unlock', undefined, at)) yield;
    m.unlock();
    return undefined;
  });
  return undefined;
});

export const philosophers = (n: number) => program(function* ($, go) {
  const forks = Array.from({ length: n }, () => new Mutex());
  for (let i = 0; i < n; i++) go(function* () {
    const [a, b] = [forks[i] as Mutex, forks[(i + 1) % n] as Mutex];
    yield* $.call(a.lock, a, [], at);
    yield* $.call(b.lock, b, [], at);
    if ($.invoke(b, 'unlock', undefined, at)) yield;
    b.unlock();
    if ($.invoke(a, 'unlock', undefined, at)) yield;
    a.unlock();
    return undefined;
  });
  return undefined;
});

export const increments = (n: number) => program(function* ($, go) {
  const x = $.cell('x', at, () => 0);
  for (let i = 0; i < n; i++) go(function* () { if ($.read(x, at)) yield; if ($.write(x, at)) yield; return undefined; });
  return undefined;
});
