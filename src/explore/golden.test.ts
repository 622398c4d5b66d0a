import { Model, type Lowered, type Pos, type Steps } from '#kernel';
import { Mutex } from '#runtime/go';
import { describe, expect, it } from 'vitest';
import { explore } from './explore.ts';
import type { Subject } from './subject.ts';

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

function counts(subject: Subject, naive = false) {
  const found = explore(subject, { maxRuns: 500_000, strategy: naive ? 'naive' : 'dpor' });
  return { ...found.executions, complete: found.complete, deadlocks: found.outcomes.filter((o) => o.end === 'deadlock').reduce((n, o) => n + o.count, 0) };
}

const cells = ($: Lowered, n: number) => Array.from({ length: n }, (_, i) => $.cell(`c${i}`, at, () => 0));

const readers = (n: number) => program(function* ($, go) {
  const x = $.cell('x', at, () => 0);
  const own = cells($, n);
  go(function* () { if ($.write(x, at)) yield; return undefined; });
  for (let i = 0; i < n; i++) go(function* () { if ($.read(own[i], at)) yield; if ($.read(x, at)) yield; return undefined; });
  return undefined;
});

const lastzero = (n: number) => program(function* ($, go) {
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

const indexer = (n: number) => program(function* ($, go) {
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

const locked = (n: number) => program(function* ($, go) {
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

const philosophers = (n: number) => program(function* ($, go) {
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

const increments = (n: number) => program(function* ($, go) {
  const x = $.cell('x', at, () => 0);
  for (let i = 0; i < n; i++) go(function* () { if ($.read(x, at)) yield; if ($.write(x, at)) yield; return undefined; });
  return undefined;
});

describe('EX2 golden counts', () => {
  it.each([[2, 4], [3, 36]])('EX2 increments of %i tasks have %i orders', (n, full) => expect(counts(increments(n))).toMatchObject({ full, complete: true }));
  it.each([[2, 4], [8, 256]])('EX2 readers(%i) has %i orders', (n, full) => expect(counts(readers(n))).toMatchObject({ full, complete: true }));
  it.each([[5, 64], [10, 3328]])('EX2 lastzero(%i) has %i orders', (n, full) => expect(counts(lastzero(n))).toMatchObject({ full, complete: true }));
  it.each([[12, 8]])('EX2 indexer(%i) has %i orders', (n, full) => expect(counts(indexer(n))).toMatchObject({ full, complete: true }));
  it.each([[2, 2], [3, 6], [4, 24]])('EX2 lock, add, unlock by %i tasks has %i orders', (n, full) => expect(counts(locked(n))).toMatchObject({ full, complete: true, deadlocks: 0 }));
  it.each([[2, 3], [3, 7]])('EX2 %i philosophers have %i orders, one of them a deadlock', (n, full) => expect(counts(philosophers(n))).toMatchObject({ full, complete: true, deadlocks: 1 }));
});
