import { check } from 'happens-before/check';
import { chan, go } from 'happens-before/go';
import type * as Answer from './solution';

/** Runs both at the same time, and gives what the first gives. */
async function beside<T>(
  call: () => Promise<T>,
  other: () => Promise<void>,
) {
  const done = chan<void>();
  go(async () => {
    await other();
    await done.send();
  });
  const result = await call();
  await done.receive();
  return result;
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one asks, and the spare gate is given away',
      async play({ Board }) {
        const board = new Board('gate 4');
        const gate = await beside(
          () => board.gateOrSpare('rome'),
          () => board.give('rome'),
        );
        return [gate, await board.spare()];
      },
      expect: ['gate 4', undefined],
    },
    {
      name: 'one asks, and the gate becomes the spare one',
      async play({ Board }) {
        const board = new Board('gate 9');
        await board.give('oslo');
        const gate = await beside(
          () => board.gateOrSpare('oslo'),
          () => board.free('oslo'),
        );
        return [gate, await board.gate('oslo')];
      },
      expect: ['gate 9', undefined],
    },
    {
      name: 'one asks, and the gate is given away and taken back',
      async play({ Board }) {
        const board = new Board('gate 7');
        return beside(
          () => board.gateOrSpare('wien'),
          async () => {
            await board.give('wien');
            await board.free('wien');
          },
        );
      },
      expect: 'gate 7',
    },
    {
      name: 'two cities are visited',
      async play({ Board }) {
        const board = new Board('gate 4');
        await board.give('rome');
        await board.open('gate 5');
        await board.give('oslo');
        const seen: string[] = [];
        await board.each(async (city, gate) => {
          seen.push(`${city}: ${gate}`);
        });
        return seen;
      },
      expect: ['rome: gate 4', 'oslo: gate 5'],
    },
    {
      name: 'no gate at all',
      async play({ Board }) {
        const board = new Board();
        return [await board.gateOrSpare('bonn')];
      },
      expect: [undefined],
    },
    {
      name: 'a visit that asks',
      async play({ Board }) {
        const board = new Board('gate 2');
        await board.give('kyiv');
        const seen: unknown[] = [];
        await beside(
          () =>
            board.each(async (city, gate) => {
              seen.push(city, gate, await board.gate('riga'));
            }),
          () => board.give('riga'),
        );
        return seen;
      },
      expect: ['kyiv', 'gate 2', undefined],
    },
    {
      name: 'a visit that changes the board',
      async play({ Board }) {
        const board = new Board('gate 1');
        await board.give('lima');
        const seen: string[] = [];
        await board.each(async (city, gate) => {
          seen.push(city, gate);
          await board.free(city);
        });
        await board.give('cairo');
        await board.each(async (city) => {
          seen.push(city);
        });
        return seen;
      },
      expect: ['lima', 'gate 1', 'cairo'],
    },
    {
      name: 'a city comes while the others are visited',
      async play({ Board }) {
        const board = new Board('gate 5');
        return beside(
          async () => {
            const seen: string[] = [];
            await board.each(async (city) => {
              seen.push(city);
            });
            return seen.length < 2;
          },
          () => board.give('quito'),
        );
      },
      expect: true,
    },
  ],
  mistakes: {
    'only-the-first': {
      verdict: 'wrong-result',
      scene: 'two cities are visited',
      say: 'Not every city on the board was visited, or not at its own gate. `each` is for all of them.',
    },
    'one-lock-for-all': {
      verdict: 'deadlock',
      code: /^(?![\s\S]*RWMutex)/,
      say: 'A plain mutex needs no writer in between: whoever takes it twice waits for itself, in every order. It was not the kind of lock, but the second time.',
    },
    'locks-to-write': {
      verdict: 'deadlock',
      code: /\.lock\(\);\s*const gate =\s*\(await/,
      say: 'Now it holds the lock for writing, and then reads by a method that wants it for reading. It waits for itself.',
    },
    'asks-twice': {
      verdict: 'deadlock',
      scene: 'one asks, and the spare gate is given away',
      say: 'The writer came between the two `rLock`s. It waits for the first one to end; the second one waits behind the writer; and both belong to the same task.',
    },
    'visits-inside': {
      verdict: 'deadlock',
      say: 'The board is held for reading while somebody else’s code runs. That code may want the board, and here it does.',
    },
    tries: {
      verdict: 'wrong-result',
      code: /tryRLock/,
      say: 'If it does not get the lock it reads all the same, while somebody writes, and sees the board half changed.',
    },
    'no-lock-to-read': {
      verdict: 'wrong-result',
      code: /gateOrSpare\([^)]*\) \{\s*return this\.#/,
      say: 'No wait, and no lock: it reads while somebody writes, and sees the board half changed. Once is right. It was the second time that was too much.',
    },
    'one-read-after-the-other': {
      verdict: 'wrong-result',
      scene: 'one asks, and the spare gate is given away',
      say: 'Rome had no gate yet when you asked for it, and there was no spare gate any more when you asked for that. At no moment were both true.',
    },
    'looks-once-more': {
      verdict: 'wrong-result',
      scene:
        'one asks, and the gate is given away and taken back',
      say: 'No gate, then no spare one, then no gate again: the gate was given away and taken back in between. Looking once more makes the gap smaller, and one hold closes it.',
    },
    'spare-first': {
      verdict: 'wrong-result',
      scene: 'one asks, and the gate becomes the spare one',
      say: 'The other way round it is the same: no spare gate yet, and then no gate any more. Both have to be read under one hold.',
    },
    'goes-over-the-map-itself': {
      verdict: 'race',
      say: 'The lock was held while the map got a second name. The walk through it comes afterwards, while somebody changes it.',
    },
  },
});
