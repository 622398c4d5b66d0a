import { explore, inGo, outcomes, prints, stuckIn } from '#engine/testing';
import { describe, expect, it } from 'vitest';

describe('WaitGroup', () => {
  it('WG1 wait goes on when the counter is zero', () => {
    expect(outcomes(inGo(`
const wg = new WaitGroup();
wg.add(2);
for (const n of [1, 2]) go(async () => { console.log('done'); wg.done(); });
await wg.wait();
console.log('end');
    `))).toEqual([expect.stringMatching(/ok: done, done, end$/)]);
    expect(stuckIn(inGo('const wg = new WaitGroup();\nwg.add(1);\nawait wg.wait();'))).toEqual(['main: sync.WaitGroup.Wait']);
  });

  it('WG2 wait returns at once while nothing was added: add in the goroutine comes too late', () => {
    expect(outcomes(inGo(`
const wg = new WaitGroup();
go(async () => { wg.add(1); console.log('work'); wg.done(); });
await wg.wait();
console.log('end');
    `)).map((line) => line.replace(/^\d+ × /, ''))).toEqual(['ok: end', 'ok: end, work', 'ok: work, end']);
  });

  it('WG3 a counter below zero panics', () => {
    expect(prints(inGo('const wg = new WaitGroup();\nwg.done();'))).toEqual(['panic: sync: negative WaitGroup counter (line 3)']);
    expect(prints(inGo('const wg = new WaitGroup();\nwg.add(1);\nwg.add(-2);'))).toEqual(['panic: sync: negative WaitGroup counter (line 4)']);
  });

  it('WG4 add takes a whole number', () => {
    expect(prints(inGo('new WaitGroup().add(0.5);'))).toEqual(['error: TypeError: WaitGroup.add takes a whole number, not 0.5 (line 2)']);
  });

  it('WG5 every done happens before the wait that it lets through returns', () => {
    const text = inGo(`
const seen = [0, 0];
const wg = new WaitGroup();
wg.add(2);
for (const i of [0, 1]) go(async () => { seen[i] = 1; wg.done(); });
await wg.wait();
console.log(seen);
    `);
    expect(explore(text).races).toEqual([]);
  });

  it('WG6 go adds, starts and counts down, also when the body fails', () => {
    expect(prints(inGo("const wg = new WaitGroup();\nwg.go(async () => { await sleep(1); console.log('work'); });\nawait wg.wait();\nconsole.log('end');"))).toEqual(['work', 'end']);
    expect(prints(inGo("const wg = new WaitGroup();\nwg.go(async () => {\n  throw new Error('spilt');\n});\nawait wg.wait();"))).toEqual(['error: Error: spilt (line 4)']);
  });

  it('WG7 go takes a function', () => {
    expect(prints(inGo('const wg = new WaitGroup();\nwg.go((async () => {})() as any);'))).toEqual(['error: TypeError: WaitGroup.go takes a function, not object. Write wg.go(work), not wg.go(work()): the second calls work first. (line 3)']);
  });

  // done only takes one away: in whatever order, the counter is the same. An add may come before or after a done of another task.
  it('WG8 the order of dones does not count as an order, nor does that of an add and the done of a task that was counted before', () => {
    expect(outcomes(inGo('const wg = new WaitGroup();\nwg.add(3);\nfor (const n of [1, 2, 3]) go(() => { wg.done(); });\nawait wg.wait();'))).toEqual(['1 × ok']);
    expect(outcomes(inGo('const wg = new WaitGroup();\nfor (const n of [1, 2, 3]) wg.go(() => {});\nawait wg.wait();'))).toEqual(['1 × ok']);
    expect(outcomes(inGo('const wg = new WaitGroup();\nfor (const n of [1, 2, 3]) { wg.add(1); go(() => { wg.done(); }); }\nawait wg.wait();'))).toEqual(['1 × ok']);
    expect(outcomes(inGo('const wg = new WaitGroup();\nconst t = chan(1);\ngo(async () => { wg.done(); });\nwg.add(1);\nawait wg.wait();'))).toEqual(['1 × ok', '1 × panic (sync: negative WaitGroup counter)']);
  });

  it('WG9 can be used again after a wait', () => {
    expect(outcomes(inGo("const wg = new WaitGroup();\nfor (const round of [1, 2]) { wg.go(() => {}); await wg.wait(); console.log(round); }"))).toEqual(['1 × ok: 1, 2']);
  });
});
