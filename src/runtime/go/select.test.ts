import { explore, inGo, outcomes, prints, stuckIn, textOf } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels({ SE10: 'tells what a promise of the model looks like' });

describe('select', () => {
  it('SE1 takes any of the cases that can go on', () => {
    expect(outcomes(inGo(`
const a = chan<number>(1), b = chan<number>(1);
await a.send(1);
await b.send(2);
console.log(await select(a.onReceive((x) => 'a' + x), b.onReceive((x) => 'b' + x)));
    `))).toEqual(['1 × ok: a1', '1 × ok: b2']);
  });

  it('SE2 waits until a case can go on', () => {
    expect(textOf(inGo(`
const a = chan<number>(), b = chan<number>();
go('sender', async () => { await b.send(2); });
console.log(await select(a.onReceive(() => 'a'), b.onReceive((x) => 'b' + x)));
    `))).toMatchInlineSnapshot(`
      " 1  main    go       sender    then waits to select
       2  sender  send     b ← 2     main gets 2
       3  main    receive  b → 2
       4  main    print    b2
       5  main    end"
    `);
    expect(stuckIn(inGo('const a = chan();\nawait select(a.onReceive(), a.onSend(undefined as never));'))).toEqual(['main: select']);
  });

  it('SE3 takes the default only if no case can go on', () => {
    expect(outcomes(inGo("const a = chan<number>(1);\nconsole.log(await select(a.onReceive(() => 'value'), otherwise(() => 'nothing')));"))).toEqual(['1 × ok: nothing']);
    expect(outcomes(inGo("const a = chan<number>(1);\nawait a.send(1);\nconsole.log(await select(a.onReceive(() => 'value'), otherwise(() => 'nothing')));"))).toEqual(['1 × ok: value']);
  });

  it('SE3 with a default, a partner may or may not have come yet', () => {
    expect(outcomes(inGo(`
const a = chan<number>();
go('sender', async () => { await a.send(1); });
await sleep(1);
console.log(await select(a.onReceive(() => 'value'), otherwise(() => 'nothing')));
    `)).map((line) => line.replace(/^\d+ × /, '')).sort()).toEqual(['ok: nothing', 'ok: value']);
  });

  it('SE4 without a case it waits for ever', () => {
    expect(stuckIn(inGo('await select();'))).toEqual(['main: select (no cases)']);
  });

  it('SE5 sends and receives, but not with itself', () => {
    expect(stuckIn(inGo('const a = chan<number>();\nawait select(a.onReceive(), a.onSend(1));'))).toEqual(['main: select']);
    expect(prints(inGo("const a = chan<number>(1);\nconsole.log(await select(a.onSend(1, () => 'sent')), a.length);"))).toEqual(['sent 1']);
  });

  it('SE6 a closed channel is always ready: to receive, or to panic', () => {
    expect(outcomes(inGo('const a = chan<number>(1);\na.close();\nconsole.log(await select(a.onReceive((value, ok) => [value, ok]), otherwise(() => 0)));'))).toEqual(['1 × ok: [undefined, false]']);
    expect(prints(inGo('const a = chan<number>(1);\na.close();\nawait select(a.onSend(1), otherwise());'))).toEqual(['panic: send on closed channel (line 4)']);
  });

  it('SE7 returns what the handler returns, and waits for it', () => {
    expect(prints(inGo('const a = chan<number>(1);\nawait a.send(1);\nconsole.log(await select(a.onReceive(async (x) => { await sleep(1); return x + now(); })));'))).toEqual(['2']);
    expect(prints(inGo("const a = chan<number>(1);\nawait a.send(1);\ntry { await select(a.onReceive(() => { throw new Error('no'); })); } catch (error) { console.log(String(error)); }"))).toEqual(['Error: no']);
  });

  it('SE8 two selects can meet', () => {
    expect(outcomes(inGo(`
const a = chan<string>(), b = chan<string>();
go('other', async () => { await select(a.onSend('a'), b.onSend('b')); });
console.log(await select(a.onReceive((x) => x), b.onReceive((x) => x)));
    `)).map((line) => line.replace(/^\d+ × /, ''))).toEqual(['ok: a', 'ok: b']);
  });

  it('SE9 a wake-up is never lost: as many selects are served as there are values', () => {
    const found = explore(inGo(`
const a = chan<number>(), b = chan<number>();
const wg = new WaitGroup();
for (const name of ['one', 'two']) wg.go(async () => { await select(a.onReceive(), b.onReceive()); });
go('sa', async () => { await a.send(1); });
go('sb', async () => { await b.send(1); });
await wg.wait();
    `));
    expect(found).toMatchObject({ complete: true, deadlocks: [] });
    expect(found.outcomes.map(({ end }) => end)).toEqual(['ok']);
  });

  it.each([
    ['3 as any', 'case 1 of select is 3. Write ch.onReceive((value) => …), ch.onSend(value, () => …) or otherwise(() => …).'],
    ['chan(1).receive() as any', 'case 1 of select is Promise { <pending> }. Write ch.onReceive((value) => …), ch.onSend(value, () => …) or otherwise(() => …).'],
    ['otherwise(), {} as any', 'case 2 of select is {}. Write ch.onReceive((value) => …), ch.onSend(value, () => …) or otherwise(() => …).'],
  ])('SE10 refuses %s', (cases, message) => {
    expect(prints(inGo(`await select(${cases});`))).toEqual([`error: TypeError: ${message} (line 2)`]);
  });
});
