import { explore, inGo, outcomes, prints, run, textOf } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

describe('Mutex', () => {
  it('MX1 is held by one task at a time', () => {
    const text = inGo(`
let n = 0;
const mu = new Mutex();
const wg = new WaitGroup();
for (const name of ['a', 'b']) wg.go(async () => { await mu.lock(); n += 1; mu.unlock(); });
await wg.wait();
console.log(n);
    `);
    expect(outcomes(text)).toEqual([expect.stringMatching(/ok: 2$/)]);
    expect(explore(text).races).toEqual([]);
  });

  it('MX2 is not re-entrant: a second lock waits for itself', () => {
    const trace = run(inGo('const mu = new Mutex();\nawait mu.lock();\nawait mu.lock();'));
    expect(trace.end).toMatchObject({ kind: 'deadlock', cycle: [0], waiting: [{ task: 0, reason: 'sync.Mutex.Lock', heldBy: 0, place: { line: 4 } }] });
  });

  it('MX3 unlock of an unlocked mutex panics', () => {
    expect(prints(inGo('const mu = new Mutex();\nmu.unlock();'))).toEqual(['panic: sync: unlock of unlocked mutex (line 3)']);
  });

  it('MX4 any task may unlock it', () => {
    expect(prints(inGo("const mu = new Mutex();\nawait mu.lock();\ngo('other', () => { mu.unlock(); });\nawait mu.lock();\nconsole.log('locked');"))).toEqual(['locked']);
  });

  it('MX5 tryLock never waits, and says whether it worked', () => {
    expect(outcomes(inGo('const mu = new Mutex();\nconsole.log(mu.tryLock(), mu.tryLock());\nmu.unlock();\nconsole.log(mu.tryLock());'))).toEqual(['1 × ok: true false, true']);
  });

  it('MX6 of several that wait, any may get it next', () => {
    expect(outcomes(inGo(`
const mu = new Mutex();
await mu.lock();
for (const name of ['a', 'b']) go(name, async () => { await mu.lock(); console.log(name); mu.unlock(); });
await sleep(1);
mu.unlock();
await sleep(1);
    `), { timers: 'patient' }).filter((line) => line.includes('a') || line.includes('b'))).toEqual(expect.arrayContaining([expect.stringMatching(/a, b$/), expect.stringMatching(/b, a$/)]));
  });

  it('MX7 an unlock wakes who waits, and comes before what follows', () => {
    expect(textOf(inGo(`
const mu = new Mutex();
await mu.lock();
go('other', async () => { await mu.lock(); mu.unlock(); });
await sleep(1);
mu.unlock();
await sleep(1);
    `))).toMatchInlineSnapshot(`
      "  1  main   lock    mu
        2  main   go      other
        3  main   sleep            until 1 ms
        4  other  start            then waits to lock mu, held by main
        5  main   wake             at 1 ms
        6  main   unlock  mu       wakes other
        7  main   sleep            until 2 ms
        8  other  lock    mu
        9  other  unlock  mu
       10  main   wake             at 2 ms
       11  main   end"
    `);
  });

  it('MX8 AB-BA is found as a cycle, with one forced switch', () => {
    const found = explore(inGo(`
const [a, b] = [new Mutex(), new Mutex()];
go('x', async () => { await a.lock(); await b.lock(); b.unlock(); a.unlock(); });
await b.lock();
await a.lock();
a.unlock();
b.unlock();
    `));
    expect(found).toMatchObject({ complete: true, executions: { full: 3 }, simplest: { preemptions: 1, proved: true }, deadlocks: [{ waiting: [{ task: 'main', line: 5, heldBy: 'x' }, { task: 'x', line: 3, heldBy: 'main' }] }] });
  });

  it('MX9 a lock that was called and not awaited is a task of its own', () => {
    expect(outcomes(inGo('const mu = new Mutex();\nmu.lock();\nawait mu.lock();'))).toEqual(['1 × deadlock', '1 × ok']);
    expect(run(inGo('const mu = new Mutex();\nmu.lock();\nawait mu.lock();')).tasks.map((task) => task.name)).toEqual(['main', 'lock']);
  });
});
