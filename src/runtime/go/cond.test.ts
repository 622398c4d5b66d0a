import { explore, inGo, outcomes, possible, prints, run, stuckIn, textOf } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';
describe('Cond', () => {
  it('CV1 wait lets the lock go, waits to be woken, and takes the lock again', () => {
    expect(textOf(inGo(`
const mu = new Mutex();
const ready = new Cond(mu);
go('waiter', async () => { await mu.lock(); await ready.wait(); mu.unlock(); });
await sleep(1);
await mu.lock();
ready.signal();
mu.unlock();
await sleep(1);
    `))).toMatchInlineSnapshot(`
      "  1  main    go      waiter
        2  main    sleep             until 1 ms
        3  waiter  lock    mu
        4  waiter  wait    ready
        5  waiter  unlock  mu        then waits for ready
        6  main    wake              at 1 ms
        7  main    lock    mu
        8  main    signal  ready     wakes waiter
        9  main    unlock  mu
       10  main    sleep             until 2 ms
       11  waiter  wake    ready
       12  waiter  lock    mu
       13  waiter  unlock  mu
       14  main    wake              at 2 ms
       15  main    end"
    `);
  });

onBothKernels();

  it('CV1 a task that was woken waits for the lock like anybody else', () => {
    expect(run(inGo("const mu = new Mutex();\nconst c = new Cond(mu);\ngo('w', async () => { await mu.lock(); await c.wait(); });\nawait sleep(1);\nawait mu.lock();\nc.signal();\nawait sleep(1);")).leaks).toMatchObject([{ reason: 'sync.Mutex.Lock', heldBy: 0 }]);
  });

  it('CV2 no signal is lost between the unlock and the wait', () => {
    const found = explore(inGo(`
let ready = false;
const mu = new Mutex();
const c = new Cond(mu);
go(async () => { await mu.lock(); ready = true; c.signal(); mu.unlock(); });
await mu.lock();
while (!ready) await c.wait();
mu.unlock();
console.log('on');
    `));
    expect(found).toMatchObject({ complete: true, deadlocks: [], races: [], outcomes: [{ end: 'ok', output: ['on'] }] });
  });

  it('CV3 a signal with nobody waiting is lost, and says so in the trace', () => {
    const text = inGo('const mu = new Mutex();\nconst c = new Cond(mu);\nc.signal();\nc.broadcast();\nawait mu.lock();\nawait c.wait();');
    const { events } = run(text);
    expect(events.filter((event) => event.note === 'nobody waits').map((event) => event.verb)).toEqual(['signal', 'broadcast']);
    expect(stuckIn(text)).toEqual(['main: sync.Cond.Wait']);
  });

  it('CV3 whether the signal or the wait comes first is tried both ways', () => {
    expect(possible(inGo("const mu = new Mutex();\nconst c = new Cond(mu);\ngo(() => { c.signal(); });\nawait mu.lock();\nawait c.wait();\nconsole.log('on');"))).toEqual(['deadlock', 'ok: on']);
  });

  it('CV4 signal wakes who has waited longest, broadcast wakes all', () => {
    const three = (wake: string): string => inGo(`
const mu = new Mutex();
const c = new Cond(mu);
for (const name of ['a', 'b', 'c']) { go(name, async () => { await mu.lock(); await c.wait(); console.log(name); mu.unlock(); }); await sleep(1); }
${wake}
await sleep(1);
    `);
    expect(possible(three('c.signal();'), { timers: 'patient' })).toEqual(['ok: a']);
    expect(possible(three('c.signal(); c.signal();'), { timers: 'patient' })).toEqual(['ok: a, b', 'ok: b, a']);
    expect(outcomes(three('c.broadcast();'), { timers: 'patient' }).length).toBe(6);
  });

  it('CV5 l is any lock, the read side of an RWMutex too', () => {
    expect(prints(inGo(`
const mu = new RWMutex();
const c = new Cond(mu.rLocker());
go(async () => { await mu.lock(); c.broadcast(); mu.unlock(); });
await c.l.lock();
await c.wait();
console.log(mu.tryRLock(), mu.tryLock());
    `))).toEqual(['true false']);
    expect(prints(inGo('new Cond({} as any);'))).toEqual(['error: TypeError: Cond takes the lock that its condition is under: new Cond(mu). (line 2)']);
  });

  it('CV4 who is woken may look before the next signal: cake gets in line again, and that signal goes to bun', () => {
    const found = explore(inGo(`
const mu = new Mutex();
const paid = new Cond(mu);
let purse = 0;
function buy(thing: string, price: number) {
  go(thing, async () => {
    await mu.lock();
    while (purse < price) await paid.wait();
    purse -= price;
    mu.unlock();
  });
}
buy('cake', 3);
buy('bun', 1);
for (const coins of [1, 3]) {
  await mu.lock();
  purse += coins;
  mu.unlock();
  paid.signal();
}
    `));
    expect(found).toMatchObject({ complete: true, leaks: [{ task: 'cake', reason: 'sync.Cond.Wait' }] });
  });

  it('CV6 wait without the lock fails as its unlock does, and waits for nothing', () => {
    expect(prints(inGo('const c = new Cond(new Mutex());\nawait c.wait();'))).toEqual(['panic: sync: unlock of unlocked mutex (line 3)']);
  });

  it('CV7 what was done before the signal comes before what the woken task does', () => {
    const text = inGo(`
let told = 0;
const mu = new Mutex();
const other = new Mutex();
const c = new Cond(mu);
go(async () => { await mu.lock(); await c.wait(); mu.unlock(); console.log(told); });
await sleep(1);
told = 1;
c.signal();
await sleep(1);
    `);
    expect(explore(text, { timers: 'patient' }).races).toEqual([]);
  });

  it('CV8 two signals that nobody hears commute', () => {
    expect(outcomes(inGo('const c = new Cond(new Mutex());\nfor (const n of [1, 2, 3]) go(() => { c.signal(); });\nawait sleep(1);'), { timers: 'patient' })).toEqual(['1 × ok']);
  });
});
