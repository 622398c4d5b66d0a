/**
 * Random programs call one thing from several tasks and print each call and each return. Every history, from random walks of the explorer and from
 * the native kernel, must be one that a model allows which serves one call at a time. A twin of each thing that is a little wrong is found out.
 */
import { explore } from '#engine/testing';
import { runNatively } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';
import { historyOf, isLinearizable, type Model } from './linearizable/check.ts';
import { channel, first, int32, last, map, queue, semaphore, smallest } from './linearizable/models.ts';
import { programOf, type Subject } from './linearizable/program.ts';

const IMPORTS = "import { atomic, chan, close, context, semaphore, sleep, SyncMap, WaitGroup } from 'happens-before/go';\nimport { LifoQueue, PriorityQueue, Queue, SimpleQueue } from 'happens-before/threading';";
const PROGRAMS = 12;
const WALKS = 40;

interface Family {
  readonly name: string;
  readonly make: string;
  readonly calls: Subject['calls'];
  readonly model: Model<any>;
}

const puts = [['["put",$]', 'it.put($)'], ['["get"]', 'it.get()'], ['["getNowait"]', 'it.getNowait()']] as const;
const sized = [...puts, ['["putNowait",$]', 'it.putNowait($)'], ['["qsize"]', 'it.qsize()']] as const;
const channels = [['["send",$]', 'it.send($)'], ['["receive"]', 'it.receiveOk()'], ['["send",$]', 'it.send($)'], ['["receive"]', 'it.receiveOk()'], ['["length"]', 'it.length'], ['["close"]', 'close(it)']] as const;
const numbers = [['["add",$]', 'it.add($)'], ['["load"]', 'it.load()'], ['["swap",$]', 'it.swap($)'], ['["compareAndSwap",0,$]', 'it.compareAndSwap(0, $)'], ['["store",$]', 'it.store($)']] as const;
const keys = [
  ['["load","a"]', "it.load('a')"], ['["store","a",$]', "it.store('a', $)"], ['["loadOrStore","a",$]', "it.loadOrStore('a', $)"], ['["loadAndDelete","a"]', "it.loadAndDelete('a')"], ['["swap","b",$]', "it.swap('b', $)"],
  ['["compareAndSwap","a",1,$]', "it.compareAndSwap('a', 1, $)"], ['["compareAndDelete","a",1]', "it.compareAndDelete('a', 1)"], ['["clear"]', 'it.clear()'], ['["size"]', '{ let n = 0; it.range(() => { n++; }); return n; }'],
] as const;
const units = [
  ['["acquire",1]', 'it.acquire(context.background(), 1)', ['["release",1]', 'it.release(1)']], ['["acquire",2]', 'it.acquire(context.background(), 2)', ['["release",2]', 'it.release(2)']], ['["tryAcquire",1]', 'it.tryAcquire(1)', ['["release",1]', 'it.release(1)']],
] as const;

const FAMILIES: readonly Family[] = [
  { name: 'a channel with room for one', make: 'const it = chan<number>(1);', calls: channels, model: channel(1) },
  { name: 'a channel with room for two', make: 'const it = chan<number>(2);', calls: channels, model: channel(2) },
  { name: 'Queue', make: 'const it = new Queue<number>();', calls: sized, model: queue(0, first) },
  { name: 'Queue(1)', make: 'const it = new Queue<number>(1);', calls: sized, model: queue(1, first) },
  { name: 'LifoQueue', make: 'const it = new LifoQueue<number>(2);', calls: sized, model: queue(2, last) },
  { name: 'PriorityQueue', make: 'const it = new PriorityQueue<number>();', calls: sized, model: queue(0, smallest) },
  { name: 'SimpleQueue', make: 'const it = new SimpleQueue<number>();', calls: puts, model: queue(0, first) },
  { name: 'SyncMap', make: 'const it = new SyncMap<string, number>();', calls: keys, model: map },
  { name: 'atomic.Int32', make: 'const it = new atomic.Int32();', calls: numbers, model: int32 },
  { name: 'semaphore.Weighted', make: 'const it = new semaphore.Weighted(2);', calls: units, model: semaphore(2) },
];

/** The same, a little wrong. */
const TWINS: readonly Family[] = [
  { name: 'a channel that hands out what was sent last', make: 'const q = new LifoQueue<number>();\nconst it = { send: (n: number) => q.put(n), receiveOk: async () => [await q.get(), true] };', calls: channels.slice(0, 2), model: channel(9) },
  { name: 'a queue that looks first and takes later', make: "const items = new SyncMap<string, number[]>();\nitems.store('all', []);\nconst it = {\n  async put(n: number) { const all = items.load('all')!; items.store('all', [...all, n]); },\n  async getNowait() { const all = items.load('all')!; if (all.length === 0) throw new Error('the queue is empty'); items.store('all', all.slice(1)); return all[0]; },\n};", calls: [puts[0], puts[2]], model: queue(0, first) },
  { name: 'a map that loads and then stores', make: "const m = new SyncMap<string, number>();\nconst it = { async loadOrStore(key: string, n: number) { const seen = m.load(key); if (seen !== undefined) return [seen, true]; m.store(key, n); return [n, false]; } };", calls: [keys[2]], model: map },
  { name: 'a counter that loads and then stores', make: 'const n = new atomic.Int32();\nconst it = { async add(by: number) { const sum = n.load() + by; n.store(sum); return sum; } };', calls: [numbers[0]], model: int32 },
  { name: 'a semaphore that looks first and takes later', make: 'const free = new atomic.Int32();\nfree.store(1);\nconst it = { async tryAcquire(n: number) { if (free.load() < n) return false; free.add(-n); return true; }, release(n: number) { free.add(n); } };', calls: [units[2]], model: semaphore(1) },
];

/** A history that the model does not allow, of those of a random walk through each program. */
function strange({ make, calls, model }: Family): string | undefined {
  for (let seed = 1; seed <= PROGRAMS; seed++) {
    const text = `${IMPORTS}\n${programOf({ make, calls }, seed, false)}`;
    for (const { output, end } of explore(text, { strategy: 'random', seed, maxRuns: WALKS }).outcomes) {
      expect(['ok', 'deadlock'], text).toContain(end);
      if (!isLinearizable(historyOf(output), model)) return [text, end, ...output].join('\n');
    }
  }
  return undefined;
}

describe('the checker', () => {
  const call = (op: string, args: readonly unknown[], called: number, returned: number, result: unknown) => ({ op, args, called, returned, result });

  it('allows what overlaps in either order, and not what came after', () => {
    expect(isLinearizable([call('store', [1], 0, 3, null), call('load', [], 1, 2, 0)], int32)).toBe(true);
    expect(isLinearizable([call('store', [1], 0, 1, null), call('load', [], 2, 3, 0)], int32)).toBe(false);
  });

  it('lets a call that has not returned have happened, or not', () => {
    expect(isLinearizable([call('store', [1], 0, Infinity, undefined), call('load', [], 2, 3, 1)], int32)).toBe(true);
    expect(isLinearizable([call('store', [1], 0, Infinity, undefined), call('load', [], 2, 3, 0)], int32)).toBe(true);
  });

  it.each(TWINS.map((twin) => [twin.name, twin] as const))('finds out %s', (_, twin) => {
    expect(strange(twin)).toBeDefined();
  });
});

describe.each(FAMILIES.map((family) => [family.name, family] as const))('%s', (_, family) => {
  it('is linearizable in random walks of the explorer', () => {
    expect(strange(family)).toBeUndefined();
  });

  it('is linearizable on the native kernel', async () => {
    for (let seed = 1; seed <= PROGRAMS; seed++) {
      const text = `${IMPORTS}\n${programOf(family, seed, true)}`;
      const { output, end } = await runNatively(text);
      expect(end === 'ok' || end === 'deadlock', `${end}\n${text}`).toBe(true);
      expect(isLinearizable(historyOf(output), family.model), [text, ...output].join('\n')).toBe(true);
    }
  });
});
