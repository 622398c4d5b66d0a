import { describe, expect, it } from 'vitest';
import { handle } from '#engine';
import type { Reply } from '#engine';
import { inGo, inPython, run } from '#engine/testing';
import { marksOf, remarksOf } from './remarks.ts';

const hints = (text: string): readonly string[] => remarksOf(run(text)).filter(({ kind }) => kind === 'hint').map(({ say, lines }) => `${say} ${lines.join(' ')}`);

describe('a call that was not awaited', () => {
  it('TR73 is told with its lines, once for each verb', () => {
    expect(hints(inGo(`
const m = new Mutex();
sleep(1);
await sleep(2);
m.lock();
sleep(3);
`))).toEqual(['sleep() was not awaited: the program goes on before it is done. 3 6', 'lock() was not awaited: the program goes on before it is done. 5']);
  });

  it('TR73 is told of Python’s library too', () => {
    expect(hints(inPython(`
const lock = new Lock();
lock.acquire();
await sleep(1);
`))).toEqual(['acquire() was not awaited: the program goes on before it is done. 3']);
  });

  it.each([
    ['awaited later', 'const p = sleep(1); await p;'],
    ['awaited with others', 'await Promise.all([sleep(1), sleep(2)]);'],
    ['asked with then', 'sleep(1).then(() => {});'],
    ['returned from a goroutine', 'const c = chan<number>(1); go(() => c.send(1)); await c.receive();'],
    ['returned from an async function', 'const nap = async () => sleep(1); await nap();'],
    ['never made', 'console.log(1);'],
  ])('TR73 is not told of what is %s', (_, text) => {
    expect(hints(inGo(text))).toEqual([]);
    expect(run(inGo(text)).unawaited).toBeUndefined();
  });
});

describe('a program of several files', () => {
  const files = {
    'main.ts': "import { WaitGroup } from 'happens-before/go';\nimport { add, total } from './till';\nconst wg = new WaitGroup();\nwg.go(add);\nwg.go(add);\nawait wg.wait();\nconsole.log(total);\n",
    'till.ts': 'export let total = 0;\n\nexport async function add() {\n  total += 1;\n}\n',
  };
  const runOf = (): Extract<Reply, { kind: 'ran' }> => {
    const replies: Reply[] = [];
    handle({ kind: 'run', program: { files, entry: 'main.ts' } }, (reply) => replies.push(reply));
    return replies.at(-1) as Extract<Reply, { kind: 'ran' }>;
  };

  it('has its lines told with the file that they stand in, and marked there', () => {
    const remarks = remarksOf(runOf().trace);
    expect(remarks).toMatchObject([{ kind: 'wrong', lines: [], elsewhere: [{ file: 'till.ts', line: 4 }] }]);
    expect(marksOf(remarks)).toMatchObject([{ file: 'till.ts', line: 4, kind: 'wrong' }]);
  });
});
