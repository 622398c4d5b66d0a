import { ask, explore, inGo, inPython, outcomes, possible, run, textOf } from '#engine/testing';
import { toText } from '#trace';
import { describe, expect, it } from 'vitest';
import { Model, NotDeterministicError } from '#kernel';
import { Search } from './dpor.ts';
import { explore as exploreSubject } from './explore.ts';
import { begin, type Subject } from './subject.ts';
import { randomProgram } from './testing/random-program.ts';

const counter = (tasks: number) => inGo(`
let n = 0;
const wg = new WaitGroup();
wg.add(${tasks});
for (let i = 0; i < ${tasks}; i++) go(async () => { const seen = n; n = seen + 1; wg.done(); });
await wg.wait();
console.log(n);
`);

/** Everybody takes the left fork first. */
const philosophers = (n: number) => inGo(`
const forks = Array.from({ length: ${n} }, () => new Mutex());
const wg = new WaitGroup();
wg.add(${n});
for (let i = 0; i < ${n}; i++) go(async () => {
  const [left, right] = [forks[i]!, forks[(i + 1) % ${n}]!];
  await left.lock();
  await right.lock();
  right.unlock();
  left.unlock();
  wg.done();
});
await wg.wait();
`);

const peterson = inGo(`
const wants = [false, false];
let turn = 0;
let inside = 0;
const wg = new WaitGroup();
for (const me of [0, 1]) wg.go(async () => {
  const other = 1 - me;
  wants[me] = true;
  turn = other;
  if (!wants[other] || turn === me) {
    inside += 1;
    if (inside > 1) panic('both inside');
    inside -= 1;
  }
  wants[me] = false;
});
await wg.wait();
`);

/** Cargill's bounded buffer, with a channel of one slot. */
const buffer = (puts: number, gets: number) => inGo(`
const shelf = chan<number>(1);
for (let i = 0; i < ${puts}; i++) go('put', async () => { await shelf.send(i); });
for (let i = 0; i < ${gets}; i++) go('get', async () => { await shelf.receive(); });
await sleep(1);
`);

const abba = inPython(`
const [a, b] = [new Lock(), new Lock()];
const one = new Thread({ name: 'one', target: async () => { await a.acquire(); await b.acquire(); b.release(); a.release(); } });
const two = new Thread({ name: 'two', target: async () => { await b.acquire(); await a.acquire(); a.release(); b.release(); } });
one.start();
two.start();
`);

const select = inGo(`
const a = chan<number>(), b = chan<number>();
go('a', async () => { await a.send(1); });
go('b', async () => { await b.send(2); });
console.log(await select(a.onReceive((x) => 'a' + x), b.onReceive((x) => 'b' + x), after(5).onReceive(() => 'late'), otherwise(() => 'nothing')));
`);

const crash = inGo("go('bad', () => { throw new Error('bad'); });\nconsole.log('one');\nconsole.log('two');");

const PROGRAMS = { counter: counter(2), philosophers: philosophers(2), peterson, buffer: buffer(2, 1), abba, select, crash, sleepers: inGo("for (const name of ['a', 'b']) go(name, async () => { await sleep(1); console.log(name, now()); });\nawait sleep(1);"), promises: inGo('let n = 0;\nconst add = async () => { n += 1; };\nawait Promise.all([add(), add(), add()]);\nconsole.log(n);'), waits: inGo("const wg = new WaitGroup();\ngo(() => { wg.add(1); console.log('work'); wg.done(); });\nawait wg.wait();\nconsole.log('end');") };

describe('explore', () => {
  it('EX1 the trap: what waits for ever when a run ends could have gone first', () => {
    // Whoever takes the lock keeps it. No executed step of the other races with that: only the operation in which it waits.
    expect(possible(inGo("const mu = new Mutex();\nfor (const name of ['a', 'b']) go(name, async () => { await mu.lock(); console.log(name); });"))).toEqual(['ok', 'ok: a', 'ok: b']);
    expect(possible(inGo("const c = chan<string>(1);\nfor (const name of ['a', 'b']) go(name, async () => { await c.send(name); console.log(name); });"))).toEqual(['ok', 'ok: a', 'ok: b']);
    expect(possible(inGo("const c = chan<string>();\nfor (const name of ['a', 'b']) go(name, async () => { await c.send(name); });\nconsole.log(await c.receive());"))).toEqual(['ok: a', 'ok: b']);
  });

  it('EX3 finds every outcome, each with a schedule that leads there', () => {
    expect(outcomes(counter(2))).toEqual([expect.stringMatching(/ok: 1$/), expect.stringMatching(/ok: 2$/)]);
    expect(outcomes(counter(3)).map((line) => line.replace(/.* /, ''))).toEqual(['1', '2', '3']);
  });

  it.each(Object.entries(PROGRAMS))('EX4 the schedule of every outcome of “%s” replays to that outcome, and to the same trace again', (_, text) => {
    const found = explore(text);
    expect(found.complete).toBe(true);
    for (const { schedule, end, output } of found.outcomes) {
      const trace = run(text, { schedule, timers: 'any' });
      expect({ end: trace.end.kind, output: trace.output, schedule }).toEqual({ end, output, schedule: trace.schedule });
      expect(textOf(text, { schedule: trace.schedule, timers: 'any' })).toBe(toText(trace));
    }
    for (const { schedule } of [...found.deadlocks, ...found.leaks, ...found.races]) expect(run(text, { schedule, timers: 'any' }).schedule).toBe(schedule);
  });

  it('EX5 the naive search sees the same outcomes in as many runs or more', () => {
    for (const text of [PROGRAMS.counter, PROGRAMS.philosophers, PROGRAMS.crash, PROGRAMS.buffer]) {
      const [fast, slow] = [explore(text), explore(text, { strategy: 'naive', maxRuns: 100_000 })];
      const ends = (found: typeof fast) => found.outcomes.map(({ end, output }) => `${end} ${output.join()}`).sort();
      expect(slow.complete).toBe(true);
      expect(ends(fast)).toEqual(ends(slow));
      expect(fast.executions.full).toBeLessThanOrEqual(slow.executions.full);
    }
  });

  it('EX6 complete is false at every limit', () => {
    expect(explore(counter(2), { maxRuns: 2 })).toMatchObject({ complete: false, executions: { full: 2 } });
    expect(explore(counter(2), { maxSteps: 5 })).toMatchObject({ complete: false, executions: { boundCut: 1 } });
    expect(explore('for (;;) {}')).toMatchObject({ complete: false, outcomes: [{ end: 'livelock' }] });
  });

  it('EX7 sampling is never complete, and the same seed takes the same samples', () => {
    for (const strategy of ['random', 'pct'] as const) {
      const sample = (seed: number) => ({ ...explore(counter(2), { strategy, maxRuns: 60, seed }), ms: 0 });
      expect(sample(3)).toMatchObject({ complete: false, executions: { full: 60, sleepBlocked: 0, boundCut: 0 } });
      expect(sample(3).outcomes.map((outcome) => outcome.output[0]).sort()).toEqual(['1', '2']);
      expect(sample(3)).toEqual(sample(3));
    }
  });

  it('EX8 runs that turn out to be seen already are counted apart', () => {
    const { executions, outcomes: found } = exploreSubject(randomProgram(16 * 7919, ['waitgroup']));
    expect(found.reduce((sum, outcome) => sum + outcome.count, 0)).toBe(executions.full);
    expect(executions.sleepBlocked).toBeGreaterThan(0);
  });

  it('EX9 orders that differ only by swapping independent steps are one order', () => {
    expect(explore(inGo("for (const name of ['a', 'b', 'c']) go(async () => { const c = chan<number>(1); await c.send(1); await c.receive(); });")).executions.full).toBe(1);
    expect(explore(inGo('let n = 0;\nfor (let i = 0; i < 3; i++) go(async () => { n; });')).executions.full).toBe(1);
  });

  it.each([[2, 3], [3, 7]])('EX10 of %i philosophers, one order of %i deadlocks, in a ring', (n, orders) => {
    const found = explore(philosophers(n));
    expect(found.executions.full).toBe(orders);
    expect(found.outcomes.find(({ end }) => end === 'deadlock')?.count).toBe(1);
    expect(found.deadlocks).toMatchObject([{ cycle: Array.from({ length: n }, (_, i) => `g${i + 1}`) }]);
    expect(found.simplest).toMatchObject({ preemptions: 1, proved: true });
  });

  it('EX10 Peterson keeps two tasks apart in every order', () => {
    expect(explore(peterson)).toMatchObject({ complete: true, outcomes: [{ end: 'ok' }] });
  });

  it.each([[1, 1, []], [2, 2, []], [2, 1, []], [1, 2, ['chan receive']], [3, 1, ['chan send']]])('EX10 a buffer of one, %i puts and %i gets', (puts, gets, leaks) => {
    const found = explore(buffer(puts, gets));
    expect(found.complete).toBe(true);
    expect([...new Set(found.leaks.map((leak) => leak.reason))]).toEqual(leaks);
  });

  it('EX11 tells each race once, with both lines and both births', () => {
    const { races } = explore(inGo('let n = 0;\ngo(\'a\', async () => {\n  n += 1;\n});\ngo(\'b\', async () => {\n  n = 5;\n});\nawait sleep(1);'));
    expect(races.map(({ location, first, second }) => `${location}: ${[first, second].map(({ task, kind, line, born }) => `${task} ${kind} ${line} (${born})`).join(', ')}`)).toMatchInlineSnapshot(`
      [
        "n: a read 4 (3), b write 7 (6)",
        "n: b write 7 (6), a write 4 (3)",
      ]
    `);
  });

  // The objects are told apart by numbers, in the order in which a run comes across them: in another order of the tasks they have others.
  it('EX11 names an object that has no name after its class, and lists its races once', () => {
    const text = "class Account { n = 0; }\nconst all = [[{ n: 0 }, { n: 0 }], [new Account()], [new Map()]] as any[][];\nfor (const from of [0, 1]) go(async () => {\n  all[0]![from]!.n++; all[0]![1 - from]!.n++;\n  all[1]![0].n++;\n  all[2]![0].set(from, 1); });";
    expect([...new Set(explore(inGo(text), { maxRuns: 200 }).races.map(({ location, first }) => `${location} in ${first.line}`))].sort()).toEqual(['Account.n in 6', 'map in 7', 'object.n in 5']);
  });

  it('EX11 names what a constructor wrote after the variable or field that holds the object', () => {
    const text = 'class Tea { price: number; constructor(price: number) { this.price = price; } }\nclass Menu { tea: Tea | undefined; }\nconst menu = new Menu();\ngo(async () => { menu.tea = new Tea(2); });\nconsole.log(menu.tea?.price);';
    expect(explore(inGo(text)).races.map(({ location }) => location)).toEqual(['menu.tea', 'tea.price']);
  });

  it('EX12 a lock, a channel or a join between two accesses leaves no race', () => {
    expect(explore(inGo('let n = 0;\nconst mu = new Mutex();\nfor (let i = 0; i < 2; i++) go(async () => { await mu.lock(); n += 1; mu.unlock(); });')).races).toEqual([]);
    expect(explore(inPython('let n = 0;\nconst t = new Thread({ target: async () => { n = 1; } });\nt.start();\nawait t.join();\nn = 2;')).races).toEqual([]);
  });

  // `ask` is what one task does with the promise `p`, which another settles after `before`.
  const reaction = (ask: string, before = '', after = ''): string => inGo(`let x = 0;\nconst { promise: p, resolve } = Promise.withResolvers<void>();\nconst q = Promise.withResolvers<void>();\nconst wg = new WaitGroup();\nconst told = () => { console.log(x); wg.done(); };\nwg.add(1);\nwg.go(async () => { ${ask} });\nwg.go(async () => { ${before} resolve(); ${after} });\nwg.go(async () => { q.resolve(); });\nawait wg.wait();`);
  it.each([
    ['what was done before the then', 'x = 1; p.then(told);', ''],
    ['before the catch after it', 'x = 1; p.then(() => { throw 1; }).catch(told);', ''],
    ['before the finally', 'x = 1; p.finally(told);', ''],
    ['before asking for several', 'x = 1; Promise.all([p, q.promise]).then(told);', ''],
    ['what was done before the promise was settled', 'p.then(told);', 'x = 1;'],
    ['and before one of several was', 'Promise.all([p, q.promise]).then(told);', 'x = 1;'],
  ])('PR31 a reaction comes after %s: no race', (_, asked, before) => {
    expect(explore(reaction(asked, before))).toMatchObject({ complete: true, races: [] });
  });
  it.each([
    ['what its task does after the then', 'p.then(told); x = 1;', '', ''],
    ['what the settling task does before and after, without settling in between', 'x = 1; p.then(() => { wg.done(); });', '', 'const seen = x; void seen;'],
    ['what a task does that neither asks nor settles', 'p.then(told); await q.promise; await null;', '', 'await q.promise; x = 1;'],
  ])('PR31 but a race with %s', (_, asked, before, after) => {
    expect(explore(reaction(asked, before, after)).races.map(({ location }) => location)).toContain('x');
  });

  it('EX13 the simplest failure has the fewest forced switches, and says if fewer cannot fail', () => {
    expect(explore(abba).simplest).toMatchObject({ preemptions: 1, proved: true });
    expect(explore(inGo("go('bad', () => { throw new Error('bad'); });\nawait sleep(1);")).simplest).toMatchObject({ preemptions: 0, proved: true, schedule: '' });
    expect(explore(inGo("console.log('fine');")).simplest).toBeUndefined();
  });

  it('EX13 without another failure, a race is what it shows', () => {
    expect(explore(counter(2)).simplest).toMatchObject({ preemptions: 0, proved: true });
  });

  it('EX14 a schedule that does not fit is refused, with the step and who could go', () => {
    const reply = ask({ kind: 'run', program: { files: { 'main.ts': counter(2) }, entry: 'main.ts' }, schedule: 'main*2 nobody' });
    expect(reply).toMatchObject({ kind: 'stopped', title: expect.stringMatching(/^replay went differently at step 3$/), text: expect.stringMatching(/^ {2}the schedule says nobody, but only .* can go on\nWhy: .*\nTry: /) });
    expect(ask({ kind: 'run', program: { files: { 'main.ts': counter(2) }, entry: 'main.ts' }, schedule: 'main**2' })).toMatchObject({ kind: 'stopped', title: expect.stringContaining('main**2') });
    expect(ask({ kind: 'run', program: { files: { 'main.ts': "console.log('short');" }, entry: 'main.ts' }, schedule: 'main*3 a' })).toMatchObject({ kind: 'stopped', title: 'replay went differently at step 4', text: expect.stringMatching(/^ {2}the schedule says a, but nobody can go on\n/) });
  });

  it('EX15 a program that goes differently when run again is noticed', () => {
    let runs = 0;
    const subject: Subject = {
      prepare(fresh) {
        const $ = new Model(fresh, {});
        const [x, count] = [$.cell('x', 0, () => 0), runs++ === 0 ? 3 : 1];
        return function* () {
          for (let i = 0; i < count; i++) fresh.spawn({ name: 't', kind: 'goroutine', onFailure: 'crash', keepsAlive: true }, { callee: $.async(function* () { if ($.write(x, 0)) yield; return undefined; }, 't'), self: undefined, args: [] } as never);
          return undefined;
        };
      },
    };
    const search = new Search();
    expect(() => {
      do {
        const { run: fresh, main } = begin(subject, {});
        search.attempt(fresh, main);
      } while (search.advance());
    }).toThrow(NotDeterministicError);
  });

  it('EX16 without observed output, the order of printed lines makes no orders', () => {
    const subject = inGo("for (const name of ['a', 'b', 'c']) go(() => { console.log(name); });\nawait sleep(1);");
    expect(explore(subject, { timers: 'patient' }).executions.full).toBe(6);
  });

  it('EX17 a signal that came too early is named, with both lines, if it wakes the same wait in another order', () => {
    const found = explore(inGo(`
const mu = new Mutex(), woken = new Cond(mu);
go('waiter', async () => { await mu.lock(); await woken.wait(); mu.unlock(); });
await mu.lock();
woken.signal();
mu.unlock();
    `));
    expect(found.lostWakeups).toEqual([{ on: 'woken', signal: { task: 'main', line: 5 }, wait: { task: 'waiter', line: 3 }, schedule: expect.any(String) }]);
  });

  it('EX17 who asks for the condition before waiting loses nothing', () => {
    const found = explore(inGo(`
const mu = new Mutex(), woken = new Cond(mu);
let ready = false;
go('waiter', async () => { await mu.lock(); while (!ready) await woken.wait(); mu.unlock(); });
await mu.lock();
ready = true;
woken.signal();
mu.unlock();
    `));
    expect(found).toMatchObject({ complete: true, lostWakeups: [], leaks: [] });
  });

  it('EX17 a wait that no order ends has lost nothing', () => {
    expect(explore(inGo('const mu = new Mutex(), c = new Cond(mu);\nc.signal();\nawait mu.lock();\nawait c.wait();')).lostWakeups).toEqual([]);
  });

  it('EX17 a message that a poll drops is lost in the same way', () => {
    const found = explore(inGo(`
const stop = chan();
go('worker', async () => { await stop.receive(); });
await select(stop.onSend(0), otherwise());
    `));
    expect(found.lostWakeups).toMatchObject([{ on: 'stop', signal: { task: 'main', line: 4 }, wait: { task: 'worker', line: 3 } }]);
  });
});
