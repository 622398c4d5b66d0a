/**
 * How fast the explorer is, and how its work grows: `npm run bench:explorer`. Measured, never tested; times are of the processor, all
 * threads of the program together, so that a busy machine tells less of a lie.
 *
 * `readers(9)` has 31 steps in a run. What is called loaded is written the way lowered programs are: a generator function is made once. In
 * the rest, which the tests have too, it is made in every run, which costs more than the exploration.
 */
import { Model, type Lowered, type Pos, type Run, type Steps } from '#kernel';
import { explore } from './explore.ts';
import { begin, type Subject } from './subject.ts';
import { indexer, lastzero, readers } from './testing/classics.ts';

/** A row takes so many milliseconds of processor time at least: a short exploration is made again until everything is warm. */
const LEAST_MS = 4_000;
const at = 0 as Pos;

function* writer($: Lowered, x: unknown): Steps {
  if ($.write(x, at)) yield;
  return undefined;
}
function* reader($: Lowered, own: unknown, x: unknown): Steps {
  if ($.read(own, at)) yield;
  if ($.read(x, at)) yield;
  return undefined;
}
/** Starts one of `bodies` after the other. */
function* startAll($: Lowered, run: Run, bodies: readonly (() => Steps)[]): Steps {
  for (const body of bodies) run.spawn({ name: 't', kind: 'goroutine', onFailure: 'crash', keepsAlive: true }, { callee: $.task(body), self: undefined, args: [] } as never);
  return undefined;
}

/** A program that was loaded once. `bodies` makes what its tasks do, for one run. */
function loaded(bodies: ($: Lowered) => readonly (() => Steps)[]): Subject {
  let model: Model | undefined;
  return {
    prepare(run) {
      if (model === undefined) model = new Model(run, {});
      else model.attach(run);
      const $ = model;
      return () => startAll($, run, bodies($));
    },
  };
}

function cells($: Lowered, n: number): unknown[] {
  const made: unknown[] = [];
  for (let i = 0; i < n; i++) made.push($.cell(`c${i}`, at, () => 0));
  return made;
}

/** `readers(n)`. */
const loadedReaders = (n: number): Subject => loaded(($) => {
  const x = $.cell('x', at, () => 0);
  return [() => writer($, x), ...cells($, n).map((own) => () => reader($, own, x))];
});

function* lookForLastZero($: Lowered, a: number[], c: unknown[]): Steps {
  let i = a.length - 1;
  for (;;) {
    if ($.read(c[i], at)) yield;
    if (a[i] === 0) break;
    i--;
  }
  return undefined;
}
function* writeNext($: Lowered, a: number[], c: unknown[], j: number): Steps {
  if ($.read(c[j - 1], at)) yield;
  const v = a[j - 1] as number;
  if ($.write(c[j], at)) yield;
  a[j] = v + 1;
  return undefined;
}

/** `lastzero(n)`. */
const loadedLastzero = (n: number): Subject => loaded(($) => {
  const a = new Array<number>(n + 1).fill(0);
  const c = cells($, n + 1);
  return [() => lookForLastZero($, a, c), ...Array.from({ length: n }, (_, i) => () => writeNext($, a, c, i + 1))];
});

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function measure(name: string, subject: Subject, strategy: 'dpor' | 'naive' = 'dpor', maxRuns = 500_000): void {
  let best = Infinity;
  let counted = { full: 0, sleepBlocked: 0, boundCut: 0 };
  for (const start = cpu(); cpu() - start < LEAST_MS; ) {
    const began = cpu();
    counted = explore(subject, { strategy, maxRuns }).executions;
    best = Math.min(best, cpu() - began);
  }
  const runs = counted.full + counted.sleepBlocked;
  console.log(`${name.padEnd(22)} ${strategy.padEnd(6)} ${String(counted.full).padStart(8)} orders ${String(counted.sleepBlocked).padStart(6)} blocked ${best.toFixed(0).padStart(7)} ms ${Math.round((runs / best) * 1000).toLocaleString('en').padStart(9)} runs/s`);
}

/** Bytes that one run leaves for the collector. */
function measureMemory(name: string, subject: Subject): void {
  const RUNS = 2_000;
  const used = (): number => process.memoryUsage().heapUsed;
  let least = Infinity;
  for (let round = 0; round < 20; round++) {
    const before = used();
    for (let i = 0; i < RUNS / 20; i++) {
      const { run, main } = begin(subject, {});
      run.go(main);
    }
    const after = used();
    if (after > before) least = Math.min(least, (after - before) / (RUNS / 20));
  }
  console.log(`${name.padEnd(22)} ${(least / 1024).toFixed(1)} kB a run`);
}

const subject = loadedReaders(9);
measure('readers(9), loaded', subject);
measure('readers(9), loaded', subject, 'naive', 5_000);
measureMemory('readers(9), loaded', subject);
for (const n of [6, 8, 10, 12]) measure(`readers(${n}), loaded`, loadedReaders(n));
measure('readers(9)', readers(9));
for (const n of [5, 8, 10]) measure(`lastzero(${n}), loaded`, loadedLastzero(n));
for (const n of [5, 8, 10]) measure(`lastzero(${n})`, lastzero(n));
for (const n of [11, 12, 13]) measure(`indexer(${n})`, indexer(n));
