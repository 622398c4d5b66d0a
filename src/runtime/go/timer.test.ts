import { explore, inGo, outcomes, possible, prints, run, stuckIn } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

describe('Timer', () => {
  it('TM1 a timer sends the time once', () => {
    expect(prints(inGo('const timer = newTimer(5);\nconsole.log(await timer.c.receive(), now());'))).toEqual(['5 5']);
    expect(stuckIn(inGo('const timer = newTimer(5);\nawait timer.c.receive();\nawait timer.c.receive();'))).toEqual(['main: chan receive']);
  });

  it('TM2 stop says whether it came in time, and leaves the channel open', () => {
    expect(prints(inGo('const timer = newTimer(5);\nconsole.log(timer.stop(), timer.stop());\nawait sleep(10);\nawait select(timer.c.onReceive(() => { console.log("rang"); }), otherwise(() => { console.log("quiet"); }));'))).toEqual(['true false', 'quiet']);
    expect(possible(inGo('const timer = newTimer(5);\ngo(async () => { console.log(timer.stop()); });\nawait sleep(6);\nconsole.log(await select(timer.c.onReceive((time) => time), otherwise(() => "-")));'))).toEqual(['ok: -', 'ok: -, true', 'ok: 5', 'ok: 5, false', 'ok: false, 5', 'ok: true, -']);
  });

  it('TM3 after stop or reset no value from before can be received', () => {
    expect(prints(inGo('const timer = newTimer(5);\nawait sleep(6);\nconsole.log(timer.stop());\nawait select(timer.c.onReceive(() => { console.log("stale"); }), otherwise(() => { console.log("none"); }));'))).toEqual(['true', 'none']);
    expect(prints(inGo('const timer = newTimer(5);\nawait sleep(6);\nconsole.log(timer.reset(10), await timer.c.receive());'))).toEqual(['true 16']);
  });

  it('TM4 reset starts it anew, also when it is over', () => {
    expect(prints(inGo('const timer = newTimer(5);\nconsole.log(timer.reset(20), await timer.c.receive(), timer.reset(1), await timer.c.receive());'))).toEqual(['true 20 false 21']);
  });

  it('TM5 afterFunc calls a function in a goroutine of its own, unless it is stopped', () => {
    expect(prints(inGo("const timer = afterFunc(5, () => { console.log('rang at', now()); });\nawait sleep(10);\nconsole.log(timer.stop(), timer.reset(5));\nawait sleep(10);\nconsole.log(timer.reset(5), timer.stop());\nawait sleep(10);"))).toEqual(['rang at 5', 'false false', 'rang at 15', 'false true']);
    expect(run(inGo('afterFunc(5, async function ring() { await chan().receive(); });\nawait sleep(10);')).leaks).toMatchObject([{ task: 2 }]);
  });

  it('TM5 whether stop comes in time is tried both ways', () => {
    expect(possible(inGo("const timer = afterFunc(5, () => { console.log('rang'); });\nawait sleep(5);\nconsole.log(timer.stop());\nawait sleep(1);"))).toEqual(['ok: false', 'ok: false, rang', 'ok: rang, false', 'ok: true']);
    expect(explore(inGo("let n = 0;\nconst timer = afterFunc(5, () => { n = 1; });\nif (timer.stop()) n = 2;")).races).toEqual([]);
  });

  it('TM6 a ticker sends the time again and again', () => {
    expect(prints(inGo('const ticker = newTicker(10);\nconst times: (number | undefined)[] = [];\nfor (const round of [1, 2, 3]) times.push(await ticker.c.receive());\nticker.stop();\nconsole.log(times);'))).toEqual(['[10, 20, 30]']);
  });

  it('TM7 ticks that a slow receiver misses are dropped', () => {
    expect(prints(inGo('const ticker = newTicker(10);\nawait sleep(35);\nconsole.log(await ticker.c.receive(), await ticker.c.receive(), await ticker.c.receive());'), {})).toEqual(['10 40 50']);
  });

  it('TM8 stop ends the ticks and leaves the channel open; reset sets another period', () => {
    expect(stuckIn(inGo('const ticker = newTicker(10);\nticker.stop();\nawait ticker.c.receive();'))).toEqual(['main: chan receive']);
    expect(prints(inGo('const ticker = newTicker(10);\nawait sleep(15);\nticker.reset(3);\nconsole.log(await ticker.c.receive(), await ticker.c.receive());\nticker.stop();\nawait sleep(5);\nticker.reset(1);\nconsole.log(await ticker.c.receive());'))).toEqual(['18 21', '27']);
  });

  it('TM9 a ticker that nobody listens to keeps nothing going', () => {
    expect(run(inGo('newTicker(10);\nawait chan().receive();')).end).toMatchObject({ kind: 'deadlock' });
    expect(outcomes(inGo('newTicker(10);\nawait sleep(25);'), { timers: 'patient' })).toEqual(['1 × ok']);
  });

  it('TM10 when main has returned a ticker ticks no more: who goes on receiving is a leak', () => {
    const found = explore(inGo("const ticker = newTicker(10);\ngo('listener', async () => { for await (const time of ticker.c) console.log(time); });\nawait sleep(15);"), { timers: 'patient' });
    expect(found).toMatchObject({ complete: true, outcomes: [{ end: 'ok', output: ['10'] }], leaks: [{ task: 'listener', reason: 'chan receive' }] });
  });

  it('TM11 a period is above zero, a duration is a number, and a function is a function', () => {
    expect(prints(inGo('newTicker(0);'))).toEqual(['panic: non-positive interval for NewTicker (line 2)']);
    expect(prints(inGo('newTicker(1).reset(-1);'))).toEqual(['panic: non-positive interval for Ticker.Reset (line 2)']);
    expect(prints(inGo("newTimer('x' as any);"))).toEqual(["error: TypeError: newTimer takes a number of milliseconds, not 'x' (line 2)"]);
    expect(prints(inGo('afterFunc(1, 2 as any);'))).toEqual([expect.stringContaining('afterFunc takes a function, not 2')]);
    expect(prints(inGo('console.log(await newTimer(-5).c.receive());'))).toEqual(['0']);
  });
});
