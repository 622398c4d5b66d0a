/**
 * A program is run thousands of times, and must not be able to tell. It goes through everything that it can reach, and leaves a mark on each object:
 * the next run must find none. Only the sandbox closes the language itself, so the programs run there.
 */
import { describe, expect, it } from 'vitest';
import { inGo, inPython } from '#engine/testing';
import { runInNode } from '#sandbox/node';

const MARK_ALL = `
const seen = new Set<any>();
function mark(root: any, label: string) {
  const todo: [any, string][] = [[root, label]];
  const found: string[] = [];
  while (todo.length > 0 && seen.size < 9000) {
    const [value, path] = todo.pop()!;
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value) || value === found || value === seen || value === todo) continue;
    seen.add(value);
    if (Object.hasOwn(value, '__mark')) found.push(path);
    else { try { Object.defineProperty(value, '__mark', { value: 1, configurable: true }); } catch {} }
    for (const key of Reflect.ownKeys(value)) {
      let next: any;
      try { next = value[key]; } catch { continue; }
      todo.push([next, path + '.' + String(key)]);
      const d = Object.getOwnPropertyDescriptor(value, key); if (d?.get) todo.push([d.get, path + '.getter ' + String(key)]); if (d?.set) todo.push([d.set, path + '.setter ' + String(key)]);
    }
    try { todo.push([Object.getPrototypeOf(value), path + '^']); } catch {}
    try { todo.push([value.constructor, path + '.constructor']); } catch {}
  }
  for (const path of found) console.log('left over:', path);
}
let turn = 0; const racers = [0, 1].map((i) => (async () => { turn = i; })());
`;

const GO = inGo(`${MARK_ALL}
const [ctx, cancel] = context.withCancel(context.background());
const sent = chan(1).send(1);
const things: Record<string, any> = { mu: new Mutex(), lock: new Mutex().lock(), rw: new RWMutex(), reader: new RWMutex().rLocker(), wg: new WaitGroup(), wait: new WaitGroup().wait(), ch: chan(1), sent, oncase: chan(1).onReceive((v: any) => v), cond: new Cond(new Mutex()), once: new Once(), timer: newTimer(5), after: after(5), ticker: newTicker(5), ctx, cancel, done: ctx.done(), bg: context.background(), a: new atomic.Int32(), pool: new Pool(() => 1), sm: new SyncMap(), sem: new semaphore.Weighted(1), eg: new errgroup.Group(), sf: new singleflight.Group(), other: otherwise(() => 1), af: afterFunc(1, () => {}), gen: (async function* () { yield 1; })(), genFn: async function* () {}, nxt: (async function* () { yield 1; })().next(), asyncFn: (async () => 1)(), fn: async () => 1, plain: () => 1, pgen: function* () {}, onceV: onceValue(() => 1), console, Math, nil, globalThis, select, go, err: (() => { try { new WaitGroup().done(); } catch (e) { return e; } })(), thenP: sent.then(() => 1), stack: new AsyncDisposableStack(), Promise, Date, d: new Date(), performance, crypto, setTimeout, structuredClone, queueMicrotask, Proxy, Intl, rx: /a/, sym: Symbol, wm: new WeakMap(), typed: new Int32Array(1), mapIter: new Map().values(), strIter: ''[Symbol.iterator](), rxIter: 'a'.matchAll(/a/g), segm: typeof Iterator !== 'undefined' ? Iterator : 0, tmpl: ((s: any) => s)\`a\`, GOMAXPROCS, deferred, ctxns: context, atomicns: atomic, semns: semaphore, egns: errgroup, sfns: singleflight };
for (const [k, v] of Object.entries(things)) mark(v, k);
`);

const PYTHON = inPython(`${MARK_ALL}
const f = new Future(); const ex = new ThreadPoolExecutor({ maxWorkers: 1 });
const things: Record<string, any> = { t: new Thread({ name: 't', target: async () => {} }), cur: currentThread(), lock: new Lock(), rl: new RLock(), cond: new Condition(), ev: new Event(), sem: new Semaphore(1), b: new Barrier(2), q: new Queue(), sq: new SimpleQueue(), lq: new LifoQueue(), f, ex, sub: ex.submit(async () => 1), timer: new Timer(1, () => {}), loc: new local(), tq: tqdm, done: asCompleted([f]), w: wait([f]), setExcepthook, err: new ValueError('x'), be: BrokenBarrierError };
for (const [k, v] of Object.entries(things)) mark(v, k);
`);

describe('RN27 runs leave nothing for one another', () => {
  it.each([['go', GO], ['threading', PYTHON]])('RN27 nothing that a program of %s can reach keeps a mark', async (_, program) => {
    const reply = await runInNode({ kind: 'explore', program: { files: { 'main.ts': program }, entry: 'main.ts' }, maxRuns: 4 });
    if (reply.kind !== 'explored') throw new Error(JSON.stringify(reply));
    expect(reply.exploration.executions.full).toBeGreaterThan(1);
    expect(reply.exploration.outcomes.flatMap(({ output, message }) => [...output, ...(message === undefined ? [] : [message])])).toEqual([]);
  });
});
