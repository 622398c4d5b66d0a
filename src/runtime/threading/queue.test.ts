import { randomFrom } from '#base';
import { onBothKernels } from '#runtime/native/testing';
import { explore, inPython, possible as possibleIn, prints, stuckIn } from '#engine/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

const lines = (text: string) => prints(inPython(text));
const possible = (text: string, options = {}) => possibleIn(inPython(text), options);
const kinds = possible;

describe('Queue', () => {
  it('TH11 is first in first out; put waits when it is full, get when it is empty', () => {
    expect(lines('const q = new Queue<number>();\nawait q.put(1);\nawait q.put(2);\nconsole.log(q.qsize(), await q.get(), await q.get(), q.empty(), q.full());')).toEqual(['2 1 2 true false']);
    expect(stuckIn(inPython('const q = new Queue<number>(1);\nawait q.put(1);\nawait q.put(2);'))).toEqual(['main: Queue.put']);
    expect(stuckIn(inPython('await new Queue<number>().get();'))).toEqual(['main: Queue.get']);
  });

  it('TH12 putNowait and getNowait raise instead of waiting', () => {
    expect(lines("const q = new Queue<number>(1);\ntry { q.getNowait(); } catch (error) { console.log(error instanceof Empty, String(error)); }\nq.putNowait(1);\ntry { q.putNowait(2); } catch (error) { console.log(error instanceof Full, String(error)); }\nconsole.log(q.getNowait());")).toEqual(['true Empty: the queue is empty', 'true Full: the queue is full', '1']);
  });

  it('TH13 join waits until every value that was put is done', () => {
    expect(kinds("const q = new Queue<number>();\nawait q.put(1);\nnew Thread({ target: async () => { await q.get(); console.log('work'); q.taskDone(); } }).start();\nawait q.join();\nconsole.log('end');")).toEqual(['ok: work, end']);
    expect(stuckIn(inPython('const q = new Queue<number>();\nawait q.put(1);\nawait q.get();\nawait q.join();'))).toEqual(['main: Queue.join']);
    expect(lines('new Queue().taskDone();')).toEqual(['error: ValueError: task_done() called too many times (line 2)']);
  });

  it('TH14 maxsize is a whole number; 0 and less mean no limit', () => {
    expect(lines("new Queue('x' as any);")).toEqual(["error: TypeError: Queue takes a whole number as maxsize, not 'x' (line 2)"]);
    expect(lines('const q = new Queue<number>(-1);\nawait q.put(1);\nawait q.put(2);\nconsole.log(q.maxsize, q.full());')).toEqual(['0 false']);
  });

  it('QU1 put and get with block false, or a timeout, raise Full and Empty', () => {
    const tried = (call: string) => `try { await ${call}; } catch (error) { console.log((error as Error).name, performance.now()); }`;
    expect(lines(`const q = new Queue<number>(1);\n${tried('q.get(false)')}\n${tried('q.get(true, 1)')}\nawait q.put(1, false);\n${tried('q.put(2, false)')}\n${tried('q.put(2, true, 1)')}\nconsole.log(await q.get(true, 1));`)).toEqual(['Empty 0', 'Empty 1000', 'Full 1000', 'Full 2000', '1']);
    expect(possible("const q = new Queue<number>();\nnew Thread({ target: async () => { await q.put(7); } }).start();\ntry { console.log(await q.get(true, 1)); } catch (error) { console.log((error as Error).name); }")).toEqual(['ok: 7', 'ok: Empty']);
    expect(lines('await new Queue().get(true, -1);')).toEqual(["error: ValueError: 'timeout' must be a non-negative number (line 2)"]);
    expect(lines('await new Queue().put(1, true, -1);')).toEqual(["error: ValueError: 'timeout' must be a non-negative number (line 2)"]);
  });

  it('QU2 a LifoQueue gives the last first, a PriorityQueue the smallest', () => {
    const taken = (kind: string, values: string) => lines(`const q = new ${kind}<any>();\nfor (const value of ${values}) await q.put(value);\nconst got: unknown[] = [];\nwhile (!q.empty()) got.push(await q.get());\nconsole.log(JSON.stringify(got));`);
    expect(taken('LifoQueue', '[1, 2, 3]')).toEqual(['[3,2,1]']);
    expect(taken('PriorityQueue', '[5, 1, 4, 1, 3]')).toEqual(['[1,1,3,4,5]']);
    expect(taken('PriorityQueue', "[[2, 'b'], [1, 'z'], [2, 'a'], [1]]")).toEqual(['[[1],[1,"z"],[2,"a"],[2,"b"]]']);
    expect(lines("const q = new PriorityQueue<any>();\nawait q.put([1, {}]);\ntry { await q.put([1, 'a']); } catch (error) { console.log(String(error)); }\nconsole.log(q.qsize());")).toEqual(["TypeError: '<' not supported between 'a' and {}: a PriorityQueue takes numbers, strings, or arrays of them. Put a number of its own before a value that has no order: [priority, nth, job].", '1']);
    expect(stuckIn(inPython('await new LifoQueue().get();'))).toEqual(['main: LifoQueue.get']);
    expect(possible("const q = new LifoQueue<number>();\nnew Thread({ target: async () => { await q.put(1); await q.put(2); } }).start();\nconsole.log(await q.get());")).toEqual(['ok: 1', 'ok: 2']);
  });

  it('QU3 a SimpleQueue has no limit: put does not wait', () => {
    expect(lines("const q = new SimpleQueue<number>();\nq.put(1);\nq.putNowait(2);\nconsole.log(q.qsize(), await q.get(), q.getNowait(), q.empty());\ntry { await q.get(true, 1); } catch (error) { console.log(error instanceof Empty, performance.now()); }")).toEqual(['2 1 2 true', 'true 1000']);
    expect(stuckIn(inPython('await new SimpleQueue().get();'))).toEqual(['main: SimpleQueue.get']);
  });

  it('QU4 after shutdown, put raises ShutDown, and get does once the queue is empty', () => {
    const tried = (call: string) => `try { console.log(await ${call}); } catch (error) { console.log((error as Error).name); }`;
    expect(lines(`const q = new Queue<number>(1);\nawait q.put(1);\nq.shutdown();\nq.shutdown();\n${tried('q.put(2)')}\n${tried('q.get()')}\n${tried('q.get()')}\n${tried('q.get(false)')}\nconsole.log(q.isShutdown);`)).toEqual(['ShutDown', '1', 'ShutDown', 'ShutDown', 'true']);
    expect(possible(`const q = new Queue<number>(1);\nnew Thread({ target: async () => { ${tried('q.get()')} } }).start();\nq.shutdown();`)).toEqual(['ok: ShutDown']);
    expect(possible(`const q = new Queue<number>(1);\nawait q.put(1);\nnew Thread({ target: async () => { try { await q.put(2); } catch (error) { console.log((error as Error).name); } } }).start();\nq.shutdown();`)).toEqual(['ok: ShutDown']);
  });

  it('QU5 shutdown(true) empties the queue; what was in it counts as finished', () => {
    expect(lines('const q = new Queue<number>();\nawait q.put(1);\nawait q.put(2);\nawait q.get();\nq.shutdown(true);\nconsole.log(q.qsize());\nq.taskDone();\nawait q.join();')).toEqual(['0']);
    expect(stuckIn(inPython('const q = new Queue<number>();\nawait q.put(1);\nawait q.put(2);\nawait q.get();\nq.shutdown(true);\nawait q.join();'))).toEqual(['main: Queue.join']);
  });

  it('QU6 what was done before put comes before what is done with the value', () => {
    for (const kind of ['Queue', 'LifoQueue', 'PriorityQueue', 'SimpleQueue']) expect(explore(inPython(`let x = 0;\nconst q = new ${kind}<number>();\nnew Thread({ target: async () => { x = 1; await q.put(1); } }).start();\nawait q.get();\nconsole.log(x);`)), kind).toMatchObject({ races: [], outcomes: [{ output: ['1'] }] });
  });
});

/** What a queue of this kind does, as a list: the index of what comes out next. */
const NEXT: Readonly<Record<string, (values: readonly number[]) => number>> = {
  Queue: () => 0,
  LifoQueue: (values) => values.length - 1,
  PriorityQueue: (values) => values.indexOf(Math.min(...values)),
};

describe('against a model', () => {
  it.each(Object.keys(NEXT).flatMap((kind) => [0, 1, 3].map((maxsize) => [kind, maxsize] as const)))('QU7 random calls on a %s of size %i give what a list gives', (kind, maxsize) => {
    const random = randomFrom(maxsize * 31 + kind.length);
    const calls = Array.from({ length: 80 }, () => ['put', 'get', 'get', 'put', 'put', 'size', 'full'][Math.floor(random() * 7)] as string);
    const values = calls.map(() => Math.floor(random() * 9));
    const list: number[] = [];
    const expected = calls.map((call, i) => {
      if (call === 'size') return String(list.length);
      if (call === 'full') return String(maxsize > 0 && list.length >= maxsize);
      if (call === 'put') return maxsize > 0 && list.length >= maxsize ? 'Full' : String(list.push(values[i] as number));
      return list.length === 0 ? 'Empty' : String(list.splice((NEXT[kind] as (typeof NEXT)[string])(list), 1)[0]);
    });
    const text = `const q = new ${kind}<number>(${maxsize});\nconst calls = ${JSON.stringify(calls)};\nconst values = ${JSON.stringify(values)};\nfor (let i = 0; i < calls.length; i++) {\n  try {\n    if (calls[i] === 'size') console.log(q.qsize());\n    else if (calls[i] === 'full') console.log(q.full());\n    else if (calls[i] === 'put') { q.putNowait(values[i]); console.log(q.qsize()); }\n    else console.log(q.getNowait());\n  } catch (error) { console.log((error as Error).name); }\n}`;
    expect(lines(text)).toEqual(expected);
  });

  it.each(Object.keys(NEXT))('QU8 two puts and two gets on a %s give what some order of whole calls gives', (kind) => {
    const orders = (calls: readonly (readonly string[])[]): string[][] => (calls.every((one) => one.length === 0) ? [[]] : calls.flatMap((one, i) => (one.length === 0 ? [] : orders(calls.map((other, j) => (i === j ? other.slice(1) : other))).map((rest) => [one[0] as string, ...rest]))));
    const linear = orders([['+2', '+1'], ['-a'], ['-b']]).flatMap((order) => {
      const list: number[] = [];
      const got: Record<string, number> = {};
      for (const call of order) {
        if (call.startsWith('+')) list.push(Number(call.slice(1)));
        else if (list.length === 0) return [];
        else got[call] = list.splice((NEXT[kind] as (typeof NEXT)[string])(list), 1)[0] as number;
      }
      return [`ok: ${got['-a']} ${got['-b']}`];
    });
    const text = `const q = new ${kind}<number>();\nlet [x, y] = [0, 0];\nconst a = new Thread({ target: async () => { x = await q.get(); } });\nconst b = new Thread({ target: async () => { y = await q.get(); } });\na.start();\nb.start();\nawait q.put(2);\nawait q.put(1);\nawait a.join();\nawait b.join();\nconsole.log(x, y);`;
    expect(possible(text)).toEqual([...new Set(linear)].sort());
  });
});
