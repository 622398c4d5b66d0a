import { explore, inGo, outcomes, prints, stuckIn } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { chan, close, nil, select, type RecvChan, type SendChan } from './index.ts';

onBothKernels();

describe('a nil channel', () => {
  it('CH17 keeps who sends and who receives waiting for ever', () => {
    expect(prints(inGo('console.log(nil<number>().length, nil<number>().capacity);'))).toEqual(['0 0']);
    expect(stuckIn(inGo('await nil<number>().send(1);'))).toEqual(['main: chan send (nil chan)']);
    expect(stuckIn(inGo('const c = nil<number>();\nfor await (const n of c) console.log(n);'))).toEqual(['main: chan receive (nil chan)']);
    expect(stuckIn(inGo("const c = nil<number>();\ngo('a', async () => { await c.send(1); });\ngo('b', async () => { await c.receiveOk(); });\nawait sleep(1);"))).toEqual(['a: chan send (nil chan)', 'b: chan receive (nil chan)']);
  });

  it('CH18 panics when it is closed', () => {
    expect(prints(inGo('close(nil<number>());'))).toEqual(['panic: close of nil channel (line 2)']);
  });

  it('CH19 is never taken in a select', () => {
    expect(outcomes(inGo("const c = nil<number>();\nconst d = chan<number>(1);\nawait d.send(1);\nconsole.log(await select(c.onReceive(() => 'nil'), c.onSend(1, () => 'sent'), d.onReceive(() => 'd')));"))).toEqual(['1 × ok: d']);
    expect(outcomes(inGo("const c = nil<number>();\nconsole.log(await select(c.onReceive(() => 'nil'), otherwise(() => 'nothing')));"))).toEqual(['1 × ok: nothing']);
    expect(stuckIn(inGo('await select(nil<number>().onReceive(), nil<number>().onSend(1));'))).toEqual(['main: select']);
  });

  it('CH19 switches a case off: two channels are merged until both are closed', () => {
    const found = explore(inGo(`
let a = chan<number>();
let b = chan<number>();
go('a', async () => { await a.send(1); close(a); });
go('b', async () => { await b.send(2); close(b); });
let open = 2;
let sum = 0;
while (open > 0) {
  await select(
    a.onReceive((n, ok) => { if (ok) sum += n!; else { a = nil(); open -= 1; } }),
    b.onReceive((n, ok) => { if (ok) sum += n!; else { b = nil(); open -= 1; } }),
  );
}
console.log(sum);
    `));
    expect(found).toMatchObject({ complete: true, deadlocks: [], outcomes: [{ end: 'ok', output: ['3'] }] });
  });

  it.each(['undefined', 'null', 'none?.onReceive()'])('CH19 %s in the place of a case is none', (none) => {
    expect(outcomes(inGo(`const none = undefined as { onReceive(): undefined } | undefined;\nconst d = chan<number>(1);\nawait d.send(1);\nawait select(${none}, d.onReceive((n) => { console.log(n); }));`))).toEqual(['1 × ok: 1']);
  });
});

describe('directions', () => {
  it('CH20 a channel is both of its ends, and each end is only one', () => {
    expectTypeOf(chan<number>).returns.toExtend<SendChan<number>>();
    expectTypeOf(chan<number>).returns.toExtend<RecvChan<number>>();
    expectTypeOf<RecvChan<number>>().not.toHaveProperty('send');
    expectTypeOf<RecvChan<number>>().not.toHaveProperty('close');
    expectTypeOf<SendChan<number>>().not.toHaveProperty('receive');
    // A channel of everything can be sent numbers; what comes out of a channel of numbers is something.
    expectTypeOf<SendChan<unknown>>().toExtend<SendChan<number>>();
    expectTypeOf<SendChan<number>>().not.toExtend<SendChan<unknown>>();
    expectTypeOf<RecvChan<number>>().toExtend<RecvChan<unknown>>();
    expectTypeOf<RecvChan<unknown>>().not.toExtend<RecvChan<number>>();
    expectTypeOf(close).parameter(0).toEqualTypeOf<SendChan<never>>();
    // @ts-expect-error: what can only be received from cannot be closed
    const closes = (input: RecvChan<number>): void => { close(input); };
    expect(closes).toBeTypeOf('function');
    const selects = (input?: RecvChan<number>): Promise<string> => select(input?.onReceive(() => 'got'), chan().onReceive(() => 'other'));
    expectTypeOf(selects).returns.resolves.toBeString();
    expectTypeOf(nil<string>).returns.toExtend<SendChan<string>>();
  });

  it('CH20 programs are written with them', () => {
    expect(prints(inGo(`
import type { RecvChan, SendChan } from 'happens-before/go';
async function count(out: SendChan<number>) { for (let i = 0; i < 3; i++) await out.send(i); close(out); }
async function show(input: RecvChan<number>) { for await (const n of input) console.log(n); }
const c = chan<number>();
go(count, c);
await show(c);
    `))).toEqual(['0', '1', '2']);
  });
});
