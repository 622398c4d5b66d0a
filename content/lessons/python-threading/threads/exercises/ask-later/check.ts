import { check } from 'happens-before/check';
import { Event, sleep, Thread } from 'happens-before/threading';
import type * as Answer from './solution';

/** What somebody who asks is told. */
async function ask<T>(handle: Answer.Handle<T>) {
  try {
    return { gave: await handle.result() };
  } catch (thrown) {
    return { threw: thrown };
  }
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a value',
      play: ({ spawn }) => ask(spawn(async () => 'bread')),
      expect: { gave: 'bread' },
    },
    {
      name: 'an error',
      play: ({ spawn }) =>
        ask(
          spawn(async () => {
            throw 'burnt';
          }),
        ),
      expect: { threw: 'burnt' },
    },
    {
      name: 'nothing, and an error without a word',
      async play({ spawn }) {
        const nothing = await ask(spawn(async () => undefined));
        const wordless = await ask(
          spawn(async () => {
            throw '';
          }),
        );
        return [nothing, wordless];
      },
      expect: [{ gave: undefined }, { threw: '' }],
    },
    {
      name: 'four seconds in the oven',
      timers: 'patient',
      play: ({ spawn }) =>
        ask(
          spawn(async () => {
            await sleep(4);
            return 'cake';
          }),
        ),
      expect: { gave: 'cake' },
    },
    {
      name: 'two ask, and one asks again',
      async play({ spawn }) {
        const handle = spawn(async () => 7);
        const heard = [0, 0, 0];
        const other = new Thread({
          name: 'other',
          target: async () => {
            heard[0] = await handle.result();
          },
        });
        other.start();
        heard[1] = await handle.result();
        heard[2] = await handle.result();
        await other.join();
        return heard;
      },
      expect: [7, 7, 7],
    },
    {
      name: 'asked in the wrong order',
      async play({ spawn }) {
        const lit = new Event();
        const oven = spawn(async () => {
          await lit.wait();
          return 'hot';
        });
        const match = spawn(async () => {
          lit.set();
          return 'burnt';
        });
        return [await oven.result(), await match.result()];
      },
      expect: ['hot', 'burnt'],
    },
  ],
  mistakes: {
    'starts-when-asked': {
      verdict: 'deadlock',
      scene: 'asked in the wrong order',
      say: 'The match is struck only when somebody asks for it, and you are asking for the oven first. `spawn` has to start its thread at once.',
    },
    'one-value-in-a-queue': {
      verdict: 'deadlock',
      code: /get\(\)/,
      say: 'A queue gives each value to one asker. The next one waits for a second value, which nobody will put.',
    },
    'does-not-join': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*join)/,
      say: 'You look at what the thread has written without waiting for it to write anything.',
    },
    'waits-one-second': {
      verdict: 'wrong-result',
      code: /join\(\d/,
      say: 'After a second, `join` gives up and does not say so. What you return then is whatever has been written so far, which may be nothing.',
    },
    'returns-the-error': {
      verdict: 'wrong-result',
      scene: 'an error',
      got: { gave: 'burnt' },
      say: 'The error arrives as if it were the result. The one who asks will put it on the table.',
    },
    'nothing-is-a-failure': {
      verdict: 'wrong-result',
      scene: 'nothing, and an error without a word',
      code: /value === undefined|!value/,
      say: 'This function returned nothing, and that is not a failure. An empty result cannot be the sign of one; keep a sign of its own.',
    },
    'asks-the-error': {
      verdict: 'wrong-result',
      scene: 'nothing, and an error without a word',
      say: 'Anything may be thrown, also what counts as false. That there was an error has to be kept apart from what it was.',
    },
    'try-around-join': {
      verdict: 'wrong-result',
      scene: 'an error',
      code: /try \{\s*await \w+\.join/,
      say: '`join` has nothing to throw: the error ended in the thread, a line before its end. Whoever wants it has to catch it there.',
    },
    'loses-the-error': {
      verdict: 'wrong-result',
      scene: 'an error',
      say: 'The thread failed, somebody asked for its result, and was given nothing, as if that were one. Where is the error while you wait?',
    },
  },
});
