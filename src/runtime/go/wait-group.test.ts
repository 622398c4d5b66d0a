import { explore, inGo, outcomes, possible, prints, stuckIn, textOf } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

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
    expect(prints(inGo('const wg = new WaitGroup();\nwg.go((async () => {})() as any);'))).toEqual(['error: TypeError: WaitGroup.go takes a function, not a promise. Write wg.go(work), not wg.go(work()): the second calls work first. (line 3)']);
  });

  // done only takes one away: in whatever order, the counter is the same. An add may come before or after a done of another task.
  it('WG8 the order of dones does not count as an order, nor does that of an add and the done of a task that was counted before', () => {
    expect(outcomes(inGo('const wg = new WaitGroup();\nwg.add(3);\nfor (const n of [1, 2, 3]) go(() => { wg.done(); });\nawait wg.wait();'))).toEqual(['1 × ok']);
    expect(outcomes(inGo('const wg = new WaitGroup();\nfor (const n of [1, 2, 3]) wg.go(() => {});\nawait wg.wait();'))).toEqual(['1 × ok']);
    expect(outcomes(inGo('const wg = new WaitGroup();\nfor (const n of [1, 2, 3]) { wg.add(1); go(() => { wg.done(); }); }\nawait wg.wait();'))).toEqual(['1 × ok']);
    // Two for one: either of them may be the one that fails.
    expect(possible(inGo("const wg = new WaitGroup();\nwg.add(1);\nlet failed = '';\nconst t = chan(2);\nfor (const name of ['a', 'b']) go(name, async () => { try { wg.done(); } catch { failed = name; } await t.send(1); });\nawait t.receive();\nawait t.receive();\nconsole.log(failed);"))).toEqual(['ok: a', 'ok: b']);
    expect(outcomes(inGo('const wg = new WaitGroup();\nconst t = chan(1);\ngo(async () => { wg.done(); });\nwg.add(1);\nawait wg.wait();'))).toEqual(['1 × ok', '1 × panic (sync: negative WaitGroup counter)']);
  });

  it('WG9 can be used again after a wait', () => {
    expect(outcomes(inGo("const wg = new WaitGroup();\nfor (const round of [1, 2]) { wg.go(() => {}); await wg.wait(); console.log(round); }"))).toEqual(['1 × ok: 1, 2']);
  });

  const races = (text: string) => explore(inGo(text)).races.map(({ location, first, second }) => `${location}: ${[first, second].map(({ task, kind, line }) => `${task} ${kind}s in ${line}`).sort().join(', ')}`);

  // Held against `go run -race`, which says the same of these programs.
  it('WG10 an add from zero that no wait knows of races with it, as Go’s race detector says', () => {
    expect(races("const wg = new WaitGroup();\ngo('a', () => { wg.add(1); wg.done(); });\nawait wg.wait();")).toEqual(['wg: a reads in 3, main writes in 4']);
    expect(races("const wg = new WaitGroup();\ngo('a', async () => {\n  wg.go(() => {}); });\nawait wg.wait();")).toEqual(['wg: a reads in 4, main writes in 5']);
    expect(races("const wg = new WaitGroup();\nfor (const name of ['a', 'b']) {\n  wg.add(1);\n  go(name, () => { wg.done(); });\n}\nawait wg.wait();")).toEqual([]);
  });

  it('WG10 an add that finds the counter above zero may come at any time', () => {
    expect(races("const wg = new WaitGroup();\nwg.add(1);\ngo('a', () => { wg.add(1); wg.done(); wg.done(); });\nawait wg.wait();")).toEqual([]);
  });

  it('WG10 waits do not race with each other, nor adds', () => {
    expect(races("const wg = new WaitGroup();\nwg.add(1);\nfor (const name of ['a', 'b']) go(name, () => wg.wait());\nwg.done();\nawait wg.wait();")).toEqual([]);
    expect(races("const wg = new WaitGroup();\nconst ready = chan<number>();\nfor (const name of ['a', 'b']) go(name, async () => { wg.add(1); wg.done(); await ready.send(1); });\nawait ready.receive();\nawait ready.receive();\nawait wg.wait();")).toEqual([]);
  });

  it('WG10 used again, an add from zero has to know of the waits before', () => {
    expect(races("const wg = new WaitGroup();\nwg.add(1);\ngo('a', () => { wg.done(); });\ngo('b', () => {\n  wg.add(1); wg.done(); });\nawait wg.wait();")).toEqual(['wg: b reads in 6, main writes in 7']);
    expect(races("const wg = new WaitGroup();\nfor (const round of [1, 2]) { wg.go(() => {}); await wg.wait(); }")).toEqual([]);
  });

  it('WG10 the trace shows both', () => {
    expect(textOf(inGo("const wg = new WaitGroup();\ngo('a', () => { wg.add(1); wg.done(); });\nawait wg.wait();"), { schedule: 'main a' })).toMatchInlineSnapshot(`
      " 1  main  go    a
       2  a     add   wg    counter is 1, race with 4
       3  a     done  wg    counter is 0
       4  main  wait  wg    counter is 0, race with 2
       5  main  end"
    `);
  });
});
