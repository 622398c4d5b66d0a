import { check } from 'happens-before/check';
import { currentThread, Lock } from 'happens-before/threading';
import type * as Answer from './solution';

type Boxes = Record<string, string[]>;

/** Has `boxes` counted; says how many threads opened them. */
async function counting(answer: typeof Answer, boxes: Boxes) {
  const openers = new Set<string>();
  const names = Object.keys(boxes);
  const table = await answer.countAll(names, async (box) => {
    openers.add(currentThread().name);
    return boxes[box] ?? [];
  });
  return { table: { ...table }, threads: openers.size };
}

/** Opens no box before all of them are asked for. */
async function slowly(answer: typeof Answer, boxes: Boxes) {
  const names = Object.keys(boxes);
  const asking = new Lock();
  const allAsked = new Lock();
  let asked = 0;
  await allAsked.acquire();

  const table = await answer.countAll(names, async (box) => {
    await asking.acquire();
    asked += 1;
    if (asked === names.length) allAsked.release();
    asking.release();
    await allAsked.acquire();
    allAsked.release();
    return boxes[box] ?? [];
  });
  return { ...table };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two boxes, no colour in common',
      async play(answer) {
        const boxes = { left: ['red'], right: ['blue'] };
        return await counting(answer, boxes);
      },
      expect: { table: { red: 1, blue: 1 }, threads: 2 },
    },
    {
      name: 'a colour that is in both boxes',
      maxSteps: 200,
      async play(answer) {
        const boxes = { left: ['red'], right: ['red'] };
        return await counting(answer, boxes);
      },
      expect: { table: { red: 2 }, threads: 2 },
    },
    {
      name: 'boxes that open once all are asked for',
      async play(answer) {
        const boxes = { left: ['blue', 'red'], right: ['red'] };
        return await slowly(answer, boxes);
      },
      expect: { blue: 1, red: 2 },
    },
  ],
  mistakes: {
    'merges-too-early': {
      verdict: 'wrong-result',
      scene: 'two boxes, no colour in common',
      got: { table: {}, threads: 0 },
      say: 'The tables are put together before any box has been opened, so there is nothing in them yet. What does main wait for first?',
    },
    'counts-in-main': {
      verdict: 'wrong-result',
      got: { table: { red: 1, blue: 1 }, threads: 1 },
      say: 'One thread cannot get in its own way, so this is right, and no faster than before. Give every box a thread of its own.',
    },
    'one-over-the-other': {
      verdict: 'wrong-result',
      scene: 'a colour that is in both boxes',
      code: /Object\.assign\(|\.\.\.tables?\b/,
      say: 'Each thread counts in a table of its own: good. But where the tables are put together, the red of one takes the place of the red of the other. Two reds in two tables are to be added.',
    },
    'copies-the-table': {
      verdict: 'wrong-result',
      scene: 'two boxes, no colour in common',
      code: /\.\.\.|structuredClone|Object\.assign/,
      say: 'Each thread puts a whole new table in place of the old one. Whatever the other added since the copy was made is not in it: now even different colours get lost.',
    },
    'merges-in-the-threads': {
      verdict: 'wrong-result',
      scene: 'a colour that is in both boxes',
      code: /Object\.(entries|keys)[\s\S]*\.start\(/,
      say: 'Each thread counts in a table of its own: good. Then both merge into the shared one at the same time, and the old gap is back. Who could merge when nobody else is running?',
    },
    'keys-made-beforehand': {
      verdict: 'wrong-result',
      scene: 'a colour that is in both boxes',
      code: /^(?![\s\S]*Lock)[\s\S]*(\?\?=| in table|hasOwn)/,
      say: 'Making the entry first settles that the key is there. The number behind it is still read by one thread and written by another.',
    },
    'shared-table': {
      verdict: 'wrong-result',
      scene: 'a colour that is in both boxes',
      code: /^(?![\s\S]*Lock)/,
      say: 'Different colours never meet, but here both boxes hold a red marble: both threads read the same entry before either writes it.',
    },
    'one-at-a-time': {
      verdict: 'deadlock',
      scene: 'boxes that open once all are asked for',
      say: 'No box opens before all have been asked for, and the second thread is started only when the first is done. Start them all, then wait.',
    },
  },
});
