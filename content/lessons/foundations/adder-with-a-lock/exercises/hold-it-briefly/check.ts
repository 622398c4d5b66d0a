import { check } from 'happens-before/check';
import { Lock } from 'happens-before/threading';
import type * as Answer from './solution';

type Boxes = Record<string, string[]>;

/** Has `boxes` counted. The table, and how often the lock was taken. */
async function counting(
  { countAll }: typeof Answer,
  boxes: Boxes,
  open: Answer.Open = async (box) => boxes[box] ?? [],
) {
  const lock = new Lock();
  const guard = {
    taken: 0,
    async with(body: () => Promise<void>) {
      await lock.acquire();
      try {
        guard.taken += 1;
        await body();
      } finally {
        lock.release();
      }
    },
  };
  const table: Answer.Table = {};
  await countAll(Object.keys(boxes), open, table, guard);
  return { table: { ...table }, taken: guard.taken };
}

/** Opens no box before all of them are asked for. */
function slowly(boxes: Boxes): Answer.Open {
  const asking = new Lock();
  const allAsked = new Lock();
  const asked = new Set<string>();
  return async (box) => {
    await asking.acquire();
    if (asked.size === 0) await allAsked.acquire();
    asked.add(box);
    if (asked.size === Object.keys(boxes).length) allAsked.release();
    asking.release();
    await allAsked.acquire();
    allAsked.release();
    return boxes[box] ?? [];
  };
}

interface Outcome {
  table: Answer.Table;
  taken: number;
}

const same = (table: Answer.Table, red: number, blue: number) =>
  table.red === red &&
  table.blue === blue &&
  Object.keys(table).length === 2;

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a red marble in each of two boxes',
      maxSteps: 200,
      async play(answer) {
        const boxes = { left: ['red'], right: ['red'] };
        return await counting(answer, boxes);
      },
      expect: ({ table, taken }: Outcome) => table.red === 2 && taken <= 2,
    },
    {
      name: 'two colours in one box',
      maxSteps: 200,
      async play(answer) {
        const boxes = { left: ['blue', 'red', 'red'] };
        return await counting(answer, boxes);
      },
      expect: ({ table, taken }: Outcome) => same(table, 2, 1) && taken === 1,
    },
    {
      name: 'boxes that open once all are asked for',
      maxSteps: 200,
      async play(answer) {
        const boxes = { left: ['red'], right: ['blue', 'red'] };
        return await counting(answer, boxes, slowly(boxes));
      },
      expect: ({ table, taken }: Outcome) => same(table, 2, 1) && taken <= 2,
    },
  ],
  mistakes: {
    'does-not-wait': {
      verdict: 'wrong-result',
      got: { table: {}, taken: 0 },
      code: /^(?![\s\S]*\.join\()/,
      say: 'The lock is where it belongs. But countAll returns when the threads have been started, and the table is empty then.',
    },
    'adds-after-the-threads': {
      verdict: 'wrong-result',
      scene: 'two colours in one box',
      got: { table: { blue: 1, red: 2 }, taken: 0 },
      say: 'The table is right, and nobody has taken the lock: nobody adds to it while others do. That is a good way to count, and the next lesson’s. Here the threads are to add by themselves, with the lock.',
    },
    'own-lock': {
      verdict: 'wrong-result',
      code: /new Lock\(/,
      say: 'Each thread takes a lock of its own, finds it free, and goes ahead. A lock keeps two threads apart only if it is the same one.',
    },
    'no-lock': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*\.with\()/,
      say: 'Without the lock, both threads read the same number before either has written. Marbles are lost as before.',
    },
    'walks-on': {
      verdict: 'wrong-result',
      scene: 'a red marble in each of two boxes',
      code: /^(?![\s\S]*await lock\.with\()/,
      say: 'The thread asks for the lock and does not wait until it has it. It ends, main goes on, and the table is added up when nobody is looking any more.',
    },
    'locks-the-opening': {
      verdict: 'wrong-result',
      scene: 'a red marble in each of two boxes',
      code: /lock\.with\([^;]*await open/,
      say: 'The lock is held while the box is opened, where nobody is in danger, and given back before the table is touched.',
    },
    'reads-outside': {
      verdict: 'wrong-result',
      got: { table: { red: 1 }, taken: 2 },
      code: /\.\.\.table|structuredClone\(table|Object\.assign\(\{\}, table/,
      say: 'Each thread counts on from a copy of the table that it made without the lock, and then puts the copy back. What the other has added since is not in it.',
    },
    'around-the-write': {
      verdict: 'wrong-result',
      scene: 'a red marble in each of two boxes',
      code: /const \w+ = table\[/,
      say: 'Only one thread writes at a time. But what it writes was worked out before it had the lock, from a number that may be old by now.',
    },
    'around-each-marble': {
      verdict: 'wrong-result',
      scene: 'two colours in one box',
      got: { table: { blue: 1, red: 2 }, taken: 3 },
      say: 'The table is right in every order. The lock is taken once for every marble, though, and with a million marbles the threads do little else.',
    },
    'once-per-colour': {
      verdict: 'wrong-result',
      scene: 'two colours in one box',
      got: { table: { blue: 1, red: 2 }, taken: 2 },
      say: 'Counted apart, and merged under the lock: nearly there. The lock is taken once for each colour. What if the loop went inside?',
    },
    'around-everything': {
      verdict: 'deadlock',
      scene: 'boxes that open once all are asked for',
      say: 'The lock is held while a box is opened. This box opens only when the other has been asked for, and whoever should ask for it is waiting for the lock.',
    },
  },
});
