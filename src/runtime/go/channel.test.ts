import { explore, inGo, outcomes, prints, run, stuckIn, textOf } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

const go = (text: string) => ({ prints: prints(inGo(text)), outcomes: outcomes(inGo(text)) });

describe('Channel', () => {
  it('CH1 hands a value over in one step when the capacity is 0', () => {
    expect(textOf(inGo(`
const c = chan<number>();
go('sender', async () => { await c.send(7); });
console.log(await c.receive());
    `))).toMatchInlineSnapshot(`
      " 1  main    go       sender    then waits to receive c
       2  sender  send     c ← 7     main gets 7
       3  main    receive  c → 7
       4  main    print    7
       5  main    end"
    `);
  });

  it('CH1 neither side goes on before the other has come', () => {
    expect(stuckIn(inGo('await chan<number>().send(1);'))).toEqual(['main: chan send']);
    expect(stuckIn(inGo('await chan<number>().receive();'))).toEqual(['main: chan receive']);
  });

  it('CH2 keeps up to capacity values, first in first out', () => {
    expect(go(`
const c = chan<number>(2);
await c.send(1);
await c.send(2);
console.log(c.length, c.capacity, await c.receive(), await c.receive(), c.length);
    `)).toEqual({ prints: ['2 2 1 2 0'], outcomes: ['1 × ok: 2 2 1 2 0'] });
  });

  it('CH2 a send to a full channel waits', () => {
    expect(stuckIn(inGo('const c = chan<number>(1);\nawait c.send(1);\nawait c.send(2);'))).toEqual(['main: chan send']);
  });

  it('CH3 of several that wait, any may be served next', () => {
    expect(outcomes(inGo(`
const c = chan<number>();
for (const n of [1, 2]) go('sender', async () => { await c.send(n); });
console.log(await c.receive(), await c.receive());
    `))).toEqual(['1 × ok: 1 2', '1 × ok: 2 1']);
  });

  it('CH4 receives what is left after close, then undefined at once', () => {
    expect(prints(inGo(`
const c = chan<number>(2);
await c.send(1);
close(c);
console.log(await c.receiveOk(), await c.receiveOk(), await c.receive());
    `))).toEqual(['[1, true] [undefined, false] undefined']);
  });

  it('CH5 for await ends when the channel is closed and empty', () => {
    expect(go(`
const c = chan<number>(2);
go('sender', async () => { for (const n of [1, 2, 3]) await c.send(n); c.close(); });
for await (const n of c) console.log(n);
console.log('end');
    `)).toMatchObject({ prints: ['1', '2', '3', 'end'], outcomes: [expect.stringMatching(/^\d+ × ok: 1, 2, 3, end$/)] });
  });

  it('CH6 close wakes all who wait to receive', () => {
    expect(outcomes(inGo(`
const c = chan<number>();
const wg = new WaitGroup();
for (const name of ['a', 'b']) wg.go(async () => { await c.receive(); });
c.close();
await wg.wait();
    `)).every((line) => line.includes('ok'))).toBe(true);
  });

  it.each([
    ['a send', 'c.close();\nawait c.send(1);', 'panic: send on closed channel (line 4)'],
    ['a second close', 'c.close();\nclose(c);', 'panic: close of closed channel (line 4)'],
    ['close of nothing', 'close(undefined as any);', 'panic: close of nil channel (line 3)'],
  ])('CH7 %s panics', (_, text, end) => {
    expect(prints(inGo(`const c = chan<number>(1);\n${text}`))).toEqual([end]);
  });

  it('CH7 a sender that waits while the channel is closed panics', () => {
    expect(outcomes(inGo(`
const c = chan<number>();
go('sender', async () => { await c.send(1); });
await sleep(1);
c.close();
await sleep(1);
    `))).toEqual(['1 × ok', '1 × panic (send on closed channel)']);
  });

  it('CH8 a panic can be caught', () => {
    expect(prints(inGo(`
const c = chan<number>();
c.close();
try { c.close(); } catch (error) { console.log((error as Error).name, (error as Error).message); }
    `))).toEqual(['Panic close of closed channel']);
  });

  it('CH9 what came before a send happens before what follows the receive', () => {
    const text = inGo(`
let x = 0;
const c = chan<number>();
go('writer', async () => { x = 1; await c.send(0); });
await c.receive();
console.log(x);
    `);
    expect(explore(text).races).toEqual([]);
    expect(outcomes(text)).toEqual(['1 × ok: 1']);
  });

  it('CH9 a receive happens before the send that it made room for is done', () => {
    const text = inGo(`
let x = 0;
const c = chan<number>(1);
go('reader', async () => { x = 1; await c.receive(); });
await c.send(1);
await c.send(2);
console.log(x);
    `);
    expect(explore(text).races).toEqual([]);
  });

  it('CH9 a buffered send does not wait for the receiver, so what the receiver did is unordered', () => {
    const text = inGo(`
let x = 0;
const c = chan<number>(1);
go('reader', async () => { x = 1; await c.receive(); });
await c.send(1);
console.log(x);
    `);
    expect(explore(text).races).toHaveLength(1);
  });

  it.each([['-1', '-1'], ['1.5', '1.5'], ["'x' as any", "'x'"]])('CH10 refuses the capacity %s', (capacity, shown) => {
    expect(prints(inGo(`chan(${capacity});`))).toEqual([`panic: makechan: size out of range: ${shown} (line 2)`]);
  });

  it('CH11 an operation that is not awaited at once is done once, however often it is awaited', () => {
    const text = inGo(`
const c = chan<number>(5);
const sending = c.send(1);
await sending;
await sending;
await Promise.all([c.send(2), sending]);
console.log(c.length);
    `);
    expect(prints(text)).toEqual(['2']);
    expect(outcomes(text)).toEqual([expect.stringMatching(/ok: 2$/)]);
  });

  it('CH11 an async function that returns an operation does it itself', () => {
    const trace = run(inGo(`
const c = chan<number>();
const next = async () => c.receive();
go('sender', async () => c.send(1));
const value = next();
console.log(await value);
    `));
    expect(trace.output).toEqual(['1']);
    expect(trace.tasks.map((task) => task.name)).toEqual(['main', 'sender', 'next']);
  });

  it('CH12 a goroutine that waits when nobody is left to come is a leak', () => {
    const text = inGo(`
const c = chan<number>();
go('stuck', async () => {
  await c.receive();
});
await sleep(1);
    `);
    expect(stuckIn(text)).toEqual(['stuck: chan receive']);
    expect(explore(text).leaks).toMatchObject([{ task: 'stuck', reason: 'chan receive', line: 4, on: 'c', born: 3 }]);
  });
});

describe('go', () => {
  it('CH13 main does not wait for goroutines, and nothing is printed after its end', () => {
    expect(go("go('tea', () => { console.log('tea'); });\nconsole.log('main');")).toEqual({ prints: ['main'], outcomes: ['1 × ok: main', '1 × ok: main, tea', '1 × ok: tea, main'] });
  });

  it('CH14 an error that a goroutine does not catch ends the program', () => {
    expect(prints(inGo("go('bad', async () => {\n  throw new Error('spilt');\n});\nawait sleep(1);\nconsole.log('never');"))).toEqual(['error: Error: spilt (line 3)']);
  });

  it('CH15 takes a function, with its arguments, and a name in front', () => {
    expect(prints(inGo("const pour = (tea: string, n: number) => console.log(tea, n);\ngo(pour, 'green', 2);\ngo('named', pour, 'black', 1);\nawait sleep(1);"))).toEqual(['green 2', 'black 1']);
    expect(run(inGo('go(() => {});\ngo(() => {});\nfunction pour() {}\ngo(pour);\ngo(pour);\ngo("main", pour);')).tasks.map((task) => task.name)).toEqual(['main', 'g1', 'g2', 'pour', 'pour2', 'main2']);
    expect(prints(inGo('go((async () => {})() as any);'))).toEqual(['error: TypeError: go takes a function, not a promise. Write go(work, 1), not go(work(1)): the second calls work first. (line 2)']);
  });

  it('CH15 a name is one short word, whatever was given', () => {
    const names = "go('a*2 b/3', () => {});\ngo('', () => {});\ngo('\\u202e\\n', () => {});\ngo('x'.repeat(1000), () => {});\nconst f = () => {};\nObject.defineProperty(f, 'name', { value: 7 });\ngo(f);";
    expect(run(inGo(names)).tasks.map((task) => task.name)).toEqual(['main', 'a_2_b_3', 'task', '_', `${'x'.repeat(39)}…`, 'g1']);
  });

  it('CH16 panic ends the program with its value', () => {
    expect(prints(inGo("panic('negative balance');"))).toEqual(['panic: negative balance (line 2)']);
    expect(prints(inGo('panic({ code: 3 });'))).toEqual(['panic: { code: 3 } (line 2)']);
  });
});
