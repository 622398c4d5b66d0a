import { explore, inGo, outcomes, possible, prints, run, stuckIn, textOf } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

describe('RWMutex', () => {
  it('RW1 is held by many readers, or by one writer alone', () => {
    expect(prints(inGo('const mu = new RWMutex();\nawait mu.rLock();\nawait mu.rLock();\nmu.rUnlock();\nmu.rUnlock();\nawait mu.lock();\nmu.unlock();'))).toEqual([]);
    expect(stuckIn(inGo('const mu = new RWMutex();\nawait mu.rLock();\nawait mu.lock();'))).toEqual(['main: sync.RWMutex.Lock']);
    expect(stuckIn(inGo('const mu = new RWMutex();\nawait mu.lock();\nawait mu.rLock();'))).toEqual(['main: sync.RWMutex.RLock']);
  });

  it('RW1 readers and writers that keep to it do not race', () => {
    const text = inGo(`
let price = 1;
const mu = new RWMutex();
const wg = new WaitGroup();
for (const name of ['a', 'b']) wg.go(async () => { await mu.rLock(); if (price > 9) panic('dear'); mu.rUnlock(); });
wg.go(async () => { await mu.lock(); price = 2; mu.unlock(); });
await wg.wait();
    `);
    expect(explore(text)).toMatchObject({ complete: true, races: [], deadlocks: [] });
  });

  it('RW2 a lock that waits keeps later readers out, so reading twice can wait for ever', () => {
    const found = explore(inGo(`
const mu = new RWMutex();
go('writer', async () => { await mu.lock(); mu.unlock(); });
await mu.rLock();
await mu.rLock();
mu.rUnlock();
mu.rUnlock();
    `));
    expect(found.deadlocks).toEqual([expect.objectContaining({ cycle: ['main', 'writer'], waiting: [{ task: 'main', reason: 'sync.RWMutex.RLock', on: 'mu', line: 5, heldBy: 'writer' }, { task: 'writer', reason: 'sync.RWMutex.Lock', on: 'mu', line: 3, heldBy: 'main' }] })]);
  });

  it('RW2 the waiting lock is in the trace from where it was announced', () => {
    expect(textOf(inGo(`
const mu = new RWMutex();
await mu.rLock();
go('writer', async () => { await mu.lock(); mu.unlock(); });
await sleep(1);
mu.rUnlock();
await sleep(1);
    `))).toMatchInlineSnapshot(`
      "  1  main    rLock     mu
        2  main    go        writer
        3  main    sleep               until 1 ms
        4  writer  announce  mu        then waits to lock mu, held by main, new readers wait
        5  main    wake                at 1 ms
        6  main    rUnlock   mu        wakes writer
        7  main    sleep               until 2 ms
        8  writer  lock      mu
        9  writer  unlock    mu
       10  main    wake                at 2 ms
       11  main    end"
    `);
  });

  it('RW11 says that a reader waits behind a writer that is not in yet', () => {
    expect(textOf(inGo(`
const board = new RWMutex();
await board.rLock();
go('writer', async () => { await board.lock(); board.unlock(); });
await sleep(1);
await board.rLock();
    `))).toMatchInlineSnapshot(`
      " 1  main    rLock     board
       2  main    go        writer
       3  main    sleep               until 1 ms
       4  writer  announce  board     then waits to lock board, held by main, new readers wait
       5  main    wake                then waits for ever to read-lock board, behind writer, at 1 ms
      Deadlock: main and writer wait for each other.
        main    waits to read-lock board, behind writer, since step 5, line 6
        writer  waits to lock board, held by main, since step 4, line 4"
    `);
  });

  it('RW3 of readers and writers that wait, any may get it next', () => {
    expect(possible(inGo(`
const mu = new RWMutex();
await mu.lock();
go('r', async () => { await mu.rLock(); console.log('r'); mu.rUnlock(); });
go('w', async () => { await mu.lock(); console.log('w'); mu.unlock(); });
await sleep(1);
mu.unlock();
await sleep(1);
    `), { timers: 'patient' })).toEqual(expect.arrayContaining(['ok: r, w', 'ok: w, r']));
  });

  it('RW4 unlock without a writer and rUnlock without a reader panic', () => {
    expect(prints(inGo('const mu = new RWMutex();\nmu.unlock();'))).toEqual(['panic: sync: Unlock of unlocked RWMutex (line 3)']);
    expect(prints(inGo('const mu = new RWMutex();\nawait mu.lock();\nmu.rUnlock();'))).toEqual(['panic: sync: RUnlock of unlocked RWMutex (line 4)']);
    expect(prints(inGo('const mu = new RWMutex();\nawait mu.rLock();\nmu.unlock();'))).toEqual(['panic: sync: Unlock of unlocked RWMutex (line 4)']);
  });

  it('RW5 any task may let go', () => {
    expect(prints(inGo("const mu = new RWMutex();\nawait mu.rLock();\ngo('other', () => { mu.rUnlock(); });\nawait mu.lock();\nconsole.log('locked');"))).toEqual(['locked']);
    expect(outcomes(inGo("const mu = new RWMutex();\ngo(async () => { await mu.rLock(); });\nmu.rUnlock();"))).toEqual([expect.stringMatching(/ok$/), expect.stringMatching(/panic \(sync: RUnlock/)]);
  });

  it('RW6 tryLock and tryRLock never wait, and say whether they worked', () => {
    expect(prints(inGo('const mu = new RWMutex();\nconsole.log(mu.tryRLock(), mu.tryRLock(), mu.tryLock());\nmu.rUnlock();\nmu.rUnlock();\nconsole.log(mu.tryLock(), mu.tryLock(), mu.tryRLock());'))).toEqual(['true true false', 'true false false']);
  });

  it('RW6 tryRLock fails while a writer only waits', () => {
    expect(prints(inGo("const mu = new RWMutex();\nawait mu.rLock();\ngo(async () => { await mu.lock(); });\nawait sleep(1);\nconsole.log(mu.tryRLock());"))).toEqual(['false']);
  });

  it('RW7 rUnlock comes before the lock that waited for it, and unlock before the next rLock', () => {
    const text = inGo(`
let seen = 0;
let told = 0;
const mu = new RWMutex();
go('reader', async () => { await mu.rLock(); if (told === 1) { seen = 1; } mu.rUnlock(); });
await mu.lock();
seen = 2;
told = 1;
mu.unlock();
    `);
    expect(explore(text).races).toEqual([]);
  });

  it('RW7 readers are not ordered among themselves: what they write races', () => {
    const text = inGo("let n = 0;\nconst mu = new RWMutex();\nfor (const name of ['a', 'b']) go(name, async () => { await mu.rLock(); n = 1; mu.rUnlock(); });\nawait sleep(1);");
    expect(explore(text).races).toEqual([expect.objectContaining({ location: 'n' })]);
  });

  it('RW8 rLocker is the read side as a Locker', () => {
    expect(prints(inGo('const mu = new RWMutex();\nconst side = mu.rLocker();\nawait side.lock();\nconsole.log(mu.tryRLock(), mu.tryLock(), side === mu.rLocker());\nside.unlock();\nmu.rUnlock();\nconsole.log(mu.tryLock());'))).toEqual(['true false true', 'true']);
  });

  it('RW9 the order of readers does not count as an order', () => {
    expect(outcomes(inGo("const mu = new RWMutex();\nfor (const name of ['a', 'b', 'c']) go(name, async () => { await mu.rLock(); mu.rUnlock(); });\nawait sleep(1);"), { timers: 'patient' })).toEqual(['1 × ok']);
    // Before all readers, after all, or after some: a reader that leaves does not notice who waits.
    expect(outcomes(inGo("const mu = new RWMutex();\nconst wg = new WaitGroup();\nwg.add(2);\ngo(async () => { await mu.rLock(); mu.rUnlock(); wg.done(); });\ngo(async () => { await mu.lock(); mu.unlock(); wg.done(); });\nawait wg.wait();"))).toEqual(['2 × ok']);
  });

  it('RW10 a writer that waits is seen as waiting for the one reader', () => {
    const { end } = run(inGo('const mu = new RWMutex();\nawait mu.rLock();\nawait mu.lock();'));
    expect(end).toMatchObject({ kind: 'deadlock', cycle: [0], waiting: [{ heldBy: 0, place: { line: 4 } }] });
  });
});
