import { explore, inGo, outcomes, possible, prints, textOf } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

describe('atomic', () => {
  it('AT1 each operation is one step: no addition is lost', () => {
    const text = inGo("const n = new atomic.Int32();\nconst wg = new WaitGroup();\nfor (const i of [1, 2]) wg.go(() => { n.add(1); });\nawait wg.wait();\nconsole.log(n.load());");
    expect(possible(text)).toEqual(['ok: 2']);
    expect(explore(text).races).toEqual([]);
  });

  it('AT2 two operations are two steps: others may come between', () => {
    expect(possible(inGo(`
const n = new atomic.Int64();
const wg = new WaitGroup();
for (const i of [1, 2]) wg.go(async () => { const seen = n.load(); n.store(seen + 1); });
await wg.wait();
console.log(n.load());
    `))).toEqual(['ok: 1', 'ok: 2']);
  });

  it('AT2 the greatest of two, kept by a comparison alone, can get lost; in a loop of compareAndSwap it cannot', () => {
    const keep = (body: string): string => inGo(`
const max = new atomic.Int32();
const wg = new WaitGroup();
for (const v of [7, 9]) wg.go(async () => { ${body} });
await wg.wait();
console.log(max.load());
    `);
    expect(possible(keep('if (v > max.load()) max.store(v);'))).toEqual(['ok: 7', 'ok: 9']);
    expect(possible(keep('for (;;) { const old = max.load(); if (v <= old || max.compareAndSwap(old, v)) return; }'))).toEqual(['ok: 9']);
  });

  it('AT3 and, or return the value before', () => {
    expect(prints(inGo("const n = new atomic.Int32();\nn.store(-1);\nconsole.log(n.and(12), n.or(3), n.load());\nconst u = new atomic.Uint32();\nu.store(4294967295);\nconsole.log(u.and(6), u.or(1), u.load());\nconst w = new atomic.Uint64();\nw.store(2 ** 40 + 5);\nconsole.log(w.and(2 ** 40 + 4), w.or(3), w.load());"))).toEqual(['-1 12 15', '4294967295 6 7', '1099511627781 1099511627780 1099511627783']);
    expect(possible(inGo("const n = new atomic.Uint32();\nconst wg = new WaitGroup();\nfor (const bit of [1, 2]) wg.go(async () => { console.log(n.or(bit)); });\nawait wg.wait();\nconsole.log(n.load());"))).toEqual(['ok: 0, 1, 3', 'ok: 0, 2, 3', 'ok: 1, 0, 3', 'ok: 2, 0, 3']);
  });

  it('AT6 Uint64 does not wrap round', () => {
    expect(prints(inGo('new atomic.Uint64().add(-1);'))).toEqual(['error: RangeError: -1 is beyond what an atomic.Uint64 holds here: 0 to 2^53 - 1 (line 2)']);
  });

  it('AT3 load, store, swap, compareAndSwap and add, in the trace', () => {
    expect(textOf(inGo('const n = new atomic.Uint32();\nn.store(3);\nconsole.log(n.swap(4), n.compareAndSwap(3, 9), n.compareAndSwap(4, 5), n.add(2), n.load());'))).toMatchInlineSnapshot(`
      " 1  main  store           n ← 3
       2  main  swap            n ← 4               was 3
       3  main  compareAndSwap  n                   failed: it is 4
       4  main  compareAndSwap  n ← 5               was 4
       5  main  add             n ← 7               was 5
       6  main  load            n → 7
       7  main  print           3 false true 7 7
       8  main  end"
    `);
  });

  it('AT4 what was written before a store can be read after the load that sees it', () => {
    const told = (flag: string): string => inGo(`
let price = 0;
const ready = new atomic.Bool();
go(async () => { price = 7; ready.store(true); });
if (${flag}) console.log(price);
    `);
    expect(explore(told('ready.load()')).races).toEqual([]);
    expect(possible(told('ready.load()'))).toEqual(['ok', 'ok: 7']);
    expect(explore(told('!ready.load()')).races).not.toEqual([]);
  });

  it('AT4 a store does not hand on what an earlier store brought, a compareAndSwap does', () => {
    const relayed = (relay: string): string => inGo(`
let price = 0;
const n = new atomic.Int32();
go('writer', async () => { price = 7; n.store(1); });
go('relay', async () => { ${relay} });
if (n.load() === 2) console.log(price);
    `);
    expect(explore(relayed('n.store(2);')).races.length).toBe(1);
    expect(explore(relayed('n.compareAndSwap(1, 2);')).races).toEqual([]);
  });

  it('AT5 a comparison that fails only looks: two of them commute', () => {
    expect(outcomes(inGo('const n = new atomic.Int32();\nfor (const i of [1, 2]) go(() => { n.compareAndSwap(5, i); });\ngo(() => { n.load(); });\nawait sleep(1);'), { timers: 'patient' })).toEqual(['1 × ok']);
  });

  it('AT6 Int32 and Uint32 wrap round, Int64 ends at 2^53 - 1', () => {
    expect(prints(inGo('const a = new atomic.Int32();\na.store(2147483647);\nconsole.log(a.add(1));\nconst b = new atomic.Uint32();\nconsole.log(b.add(-1));\nconst c = new atomic.Int64();\nc.store(Number.MAX_SAFE_INTEGER);\nc.add(1);'))).toEqual(['-2147483648', '4294967295', 'error: RangeError: 9007199254740992 is beyond what an atomic.Int64 holds here: 2^53 - 1 (line 9)']);
  });

  it('AT7 each type takes its own values', () => {
    expect(prints(inGo('new atomic.Int32().store(0.5);'))).toEqual(['error: RangeError: Int32.store takes a whole number of its range, not 0.5 (line 2)']);
    expect(prints(inGo('new atomic.Uint32().swap(-1);'))).toEqual(['error: RangeError: Uint32.swap takes a whole number of its range, not -1 (line 2)']);
    expect(prints(inGo('new atomic.Int64().add(0.5);'))).toEqual(['error: TypeError: add takes a whole number, not 0.5 (line 2)']);
    expect(prints(inGo('new atomic.Bool().store(1 as any);'))).toEqual(['error: TypeError: Bool.store takes true or false, not 1 (line 2)']);
    expect(prints(inGo('new atomic.Pointer().store(1 as any);'))).toEqual(['error: TypeError: Pointer.store takes an object, not 1 (line 2)']);
  });

  it('AT8 a Pointer is compared by identity', () => {
    expect(prints(inGo('const p = new atomic.Pointer<{ n: number }>();\nconst a = { n: 1 };\nconsole.log(p.load(), p.compareAndSwap(undefined, a), p.compareAndSwap({ n: 1 }, a), p.load() === a);'))).toEqual(['undefined true false true']);
  });

  it('AT9 a Value keeps to the type of its first, and takes no undefined', () => {
    expect(prints(inGo("const v = new atomic.Value();\nconsole.log(v.load());\nv.store('a');\nconsole.log(v.swap('b'), v.compareAndSwap('b', 'c'), v.load());\nv.store(1);"))).toEqual(['undefined', "a true c", 'panic: sync/atomic: store of inconsistently typed value into Value (line 6)']);
    expect(prints(inGo('new atomic.Value().store(undefined);'))).toEqual(['panic: sync/atomic: store of nil value into Value (line 2)']);
    expect(prints(inGo("new atomic.Value().compareAndSwap('a', 1);"))).toEqual(['panic: sync/atomic: compare and swap of inconsistently typed old and new values (line 2)']);
  });

  it('AT10 additions whose results nobody uses make no orders among themselves', () => {
    const adding = (statement: string) => inGo(`const n = new atomic.Int32();\nconst wg = new WaitGroup();\nfor (let i = 0; i < 3; i++) wg.go(async () => { ${statement} });\nawait wg.wait();\nconsole.log(n.load());`);
    expect(outcomes(adding('n.add(1);'))).toEqual(['1 × ok: 3']);
    expect(outcomes(adding('const seen = n.add(1); if (seen === 9) panic("no");'))).toEqual(['6 × ok: 3']);
    expect(outcomes(adding('n.add(1); if (n.load() === 9) panic("no");')).length).toBe(1);
  });

  it('AT10 who loads the sum knows of all who added', () => {
    const found = explore(inGo('const n = new atomic.Int32();\nconst data = [0, 0];\nfor (const i of [0, 1]) go(async () => { data[i] = 1; n.add(1); });\nawait sleep(1);\nif (n.load() === 2) console.log(data[0]! + data[1]!);'));
    expect(found.races).toEqual([]);
  });
});
