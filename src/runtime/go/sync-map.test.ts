import { explore, inGo, outcomes, possible, prints } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

const two = (body: string, end: string): string => inGo(`
const map = new SyncMap<string, number>();
const wg = new WaitGroup();
for (const n of [1, 2]) wg.go(async () => { ${body} });
await wg.wait();
console.log(${end});
`);

describe('SyncMap', () => {
  it('SM1 each method is one step, and never a data race', () => {
    expect(possible(two("map.loadOrStore('k', n);", "map.load('k')"))).toEqual(['ok: 1', 'ok: 2']);
    expect(explore(two("map.store('k', n); map.load('k');", "''")).races).toEqual([]);
  });

  it('SM2 two methods are two steps: a count kept by load and store loses', () => {
    expect(possible(two("map.store('k', (map.load('k') ?? 0) + 1);", "map.load('k')"))).toEqual(['ok: 1', 'ok: 2']);
    expect(possible(two("for (;;) { const [old] = map.loadOrStore('k', 0); if (map.compareAndSwap('k', old, old + 1)) return; }", "map.load('k')"))).toEqual(['ok: 2']);
  });

  it('SM3 what each method returns', () => {
    expect(prints(inGo(`
const map = new SyncMap<string, number>();
console.log(map.load('k'), map.loadOrStore('k', 1), map.loadOrStore('k', 2), map.swap('k', 3), map.swap('j', 4));
console.log(map.compareAndSwap('k', 1, 5), map.compareAndSwap('k', 3, 5), map.compareAndDelete('k', 3), map.compareAndDelete('k', 5), map.load('k'));
console.log(map.loadAndDelete('j'), map.loadAndDelete('j'));
map.delete('j');
    `))).toEqual(['undefined [1, false] [1, true] [1, true] [undefined, false]', 'false true false true undefined', '[4, true] [undefined, false]']);
  });

  it('SM4 range goes through what is there, until it is told to stop; clear takes everything out', () => {
    expect(prints(inGo("const map = new SyncMap<string, number>();\nmap.store('a', 1);\nmap.store('b', 2);\nmap.store('c', 3);\nmap.delete('a');\nmap.range((key, value) => { console.log(key, value); });\nmap.range((key) => { console.log(key); return false; });\nmap.clear();\nmap.range(() => { console.log('left'); });\nconsole.log(map.load('b'));"))).toEqual(['b 2', 'c 3', 'b', 'undefined']);
  });

  it('SM5 what was done before a change can be read by who sees the change', () => {
    expect(explore(inGo("let price = 0;\nconst map = new SyncMap<string, number>();\ngo(async () => { price = 7; map.store('k', 1); });\nif (map.load('k') === 1) console.log(price);")).races).toEqual([]);
  });

  it('SM6 methods on different keys commute, and so do looks', () => {
    expect(outcomes(inGo("const map = new SyncMap<string, number>();\nfor (const n of [1, 2, 3]) go(async () => { map.store(String(n), n); map.load('k'); });\nawait sleep(1);"), { timers: 'patient' })).toEqual(['1 × ok']);
  });
});
