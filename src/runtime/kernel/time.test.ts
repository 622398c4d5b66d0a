import { inGo, outcomes, prints, run, stuckIn } from '#engine/testing';
import { describe, expect, it } from 'vitest';

const kinds = (text: string, options = {}) => outcomes(inGo(text), options).map((line) => line.replace(/^\d+ × /, '')).sort();

describe('time', () => {
  const twoSleepers = "go('b', async () => { await sleep(20); console.log('b', now()); });\ngo('a', async () => { await sleep(10); console.log('a', now()); });\nawait sleep(30);";

  it('TI1 the clock starts at 0 and moves only to the next deadline, when nobody can go on', () => {
    expect(prints(inGo(twoSleepers))).toEqual(['a 10', 'b 20']);
    expect(prints(inGo('console.log(now());\nfor (let i = 0; i < 1000; i++) {}\nconsole.log(now());\nawait sleep(5000);\nconsole.log(now());'))).toEqual(['0', '0', '5000']);
  });

  it('TI2 patient timers fire when nothing else can go: one order', () => {
    expect(outcomes(inGo(twoSleepers), { timers: 'patient' })).toEqual(['1 × ok: a 10, b 20']);
  });

  it('TI3 otherwise a timer may fire as soon as no earlier one is pending, however slow the others are', () => {
    expect(kinds("go('slow', async () => { console.log('work'); });\nawait sleep(1000);\nconsole.log('end');")).toEqual(['ok: end', 'ok: end, work', 'ok: work, end']);
    expect(kinds("go('slow', async () => { console.log('work'); });\nawait sleep(1000);\nconsole.log('end');", { timers: 'patient' })).toEqual(['ok: work, end']);
  });

  it('TI3 a later deadline never fires before an earlier one', () => {
    expect(kinds("setTimeout(() => console.log('b'), 20);\nsetTimeout(() => console.log('a'), 10);\nawait sleep(50);")).toEqual(['ok: a, b']);
  });

  it('TI4 sleeping orders nothing', () => {
    expect(kinds('let x = 0;\ngo(async () => { x = 1; });\nawait sleep(1000);\nconsole.log(x);')).toEqual(['ok: 0', 'ok: 1']);
  });

  it('TI5 sleep takes a number; nothing and less return at once', () => {
    expect(prints(inGo('await sleep(-5);\nconsole.log(now());'))).toEqual(['0']);
    expect(prints(inGo("await sleep('x' as any);"))).toEqual(['error: TypeError: sleep takes a number of milliseconds, not \'x\' (line 2)']);
    expect(prints(inGo('await sleep(Infinity);'))).toEqual(['error: TypeError: sleep takes a number of milliseconds, not Infinity (line 2)']);
    expect(prints(inGo('after(NaN);'))).toEqual(['error: TypeError: after takes a number of milliseconds, not NaN (line 2)']);
  });

  const twoWorkers = "const wg = new WaitGroup();\nfor (const name of ['a', 'b']) wg.go(async () => { await work(10); });\nawait wg.wait();\nconsole.log(now());";
  it('TI6 work holds a core: two tasks take 20 ms on one, 10 ms on two', () => {
    expect(prints(inGo(twoWorkers))).toEqual(['20']);
    expect(prints(inGo(twoWorkers), { cores: 2 })).toEqual(['10']);
    expect(stuckIn(inGo('await work(1);'))).toEqual([]);
  });

  it('TI7 after gives a channel that receives the time once', () => {
    expect(prints(inGo('const late = after(50);\nconsole.log(await late.receive());'))).toEqual(['50']);
    expect(kinds("const a = chan<number>();\ngo('sender', async () => { await a.send(1); });\nconsole.log(await select(a.onReceive(() => 'value'), after(50).onReceive(() => 'late')));")).toEqual(['ok: late', 'ok: value']);
    expect(run(inGo('after(50);\nconsole.log(1);'))).toMatchObject({ end: { kind: 'ok' }, leaks: [] });
  });
});

describe('timers of JavaScript', () => {
  it('TI8 setTimeout calls back once, with its arguments, unless it is cleared', () => {
    expect(prints("setTimeout((x: string) => console.log(x), 10, 'a');\nclearTimeout(setTimeout(() => console.log('never'), 5));\nclearTimeout(undefined);")).toEqual(['a']);
    expect(prints("setTimeout('x' as any, 1);")).toEqual(['error: TypeError: setTimeout needs a function (line 1)']);
  });

  it('TI8 a delay too long for 32 bits is 1 ms', () => {
    expect(prints("for (const ms of [2 ** 31, Infinity, 2 ** 31 - 1]) setTimeout(() => console.log(performance.now()), ms);")).toEqual(['1', '1', '2147483647']);
  });

  it('TI8 a timer may fire before it is cleared', () => {
    expect(kinds("const t = setTimeout(() => console.log('fired'), 10);\nawait sleep(10);\nclearTimeout(t);")).toEqual(['ok', 'ok: fired']);
  });

  it('TI14 of two timers that are due at one moment either may be the first', () => {
    expect(kinds("let x = '';\nsetTimeout(() => { x += 'a'; }, 1);\nsetTimeout(() => { x += 'b'; }, 1);\nawait sleep(2);\nconsole.log(x);")).toEqual(['ok: ab', 'ok: ba']);
    expect(kinds("let x = '';\nconst wait = (name: string) => new Promise<void>((done) => setTimeout(() => { x += name; done(); }, 1));\nawait Promise.race([wait('a'), wait('b')]);\nconsole.log(x);")).toEqual(['ok: a', 'ok: ab', 'ok: b', 'ok: ba']);
  });

  it('TI14 who clears a timer too late could have come in time', () => {
    expect(kinds("let x = 0;\nconst t = setTimeout(() => { x = 1; }, 1);\ngo(async () => { clearTimeout(t); });\nawait sleep(2);\nconsole.log(x);")).toEqual(['ok: 0', 'ok: 1']);
  });

  it('TI9 setInterval calls again and again, until it is cleared, also from within', () => {
    expect(prints('let n = 0;\nconst t = setInterval(() => { console.log(++n); if (n === 3) clearInterval(t); }, 10);')).toEqual(['1', '2', '3']);
    expect(prints("setInterval(() => {}, 10);\nconsole.log('x');")).toEqual(['x', 'livelock: stopped after 10,000 steps']);
  });

  it('TI10 a timer that is set keeps the program alive; what it throws ends it', () => {
    expect(prints("setTimeout(() => console.log('later'), 20);\nconsole.log('main');")).toEqual(['main', 'later']);
    expect(prints("setTimeout(() => { throw new Error('late'); }, 1);\nconsole.log('main');")).toEqual(['main', 'error: Error: late (line 1)']);
  });

  it('TI11 Date and performance read the virtual clock, from 2026-01-01 on', () => {
    expect(prints(inGo('const began = Date.now();\nawait sleep(1500);\nconsole.log(Date.now() - began, new Date(), performance.now());'))).toEqual(['1500 2026-01-01T00:00:01.500Z 1500']);
    expect(prints('console.log(new Date(0), new Date() instanceof Date, Date(), new Date(NaN));')).toEqual(['1970-01-01T00:00:00.000Z true Thu Jan 01 2026 00:00:00 GMT+0000 (Coordinated Universal Time) Invalid Date']);
  });

  it('TI12 chance is seeded: every run sees the same numbers', () => {
    expect(prints('console.log(Math.random(), Math.random() === Math.random());')).toEqual(['0.6270739405881613 false']);
    expect(prints('console.log(crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(2)));')).toEqual(['a08ff49b-6f77-4263-8271-6c43069c43a8 Uint8Array(2) [92, 166]']);
  });
});
