import { check } from 'happens-before/check';
import { Thread } from 'happens-before/threading';
import type * as Answer from './solution';

type Clock = ReturnType<typeof Answer.makeClock>;

/** Waits in a thread of its own, and keeps what it heard. */
function listener(clock: Clock, name: string, seen: number) {
  const heard: number[] = [];
  const thread = new Thread({
    name,
    target: async () => {
      heard.push(await clock.next(seen));
    },
  });
  thread.start();
  return { heard, thread };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'the tick comes when it comes',
      async play({ makeClock }) {
        const clock = makeClock();
        const ann = listener(clock, 'Ann', 0);
        await clock.tick();
        await ann.thread.join();
        return ann.heard;
      },
      expect: [1],
    },
    {
      name: 'two listen',
      async play({ makeClock }) {
        const clock = makeClock();
        const ann = listener(clock, 'Ann', 0);
        const bea = listener(clock, 'Bea', 0);
        await clock.tick();
        await ann.thread.join();
        await bea.thread.join();
        return [...ann.heard, ...bea.heard];
      },
      expect: [1, 1],
    },
    {
      name: 'three ticks, and then somebody asks',
      async play({ makeClock }) {
        const clock = makeClock();
        for (let i = 0; i < 3; i += 1) await clock.tick();
        return [await clock.next(0), await clock.next(2)];
      },
      expect: [3, 3],
    },
    {
      name: 'one who has seen the first tick',
      async play({ makeClock }) {
        const clock = makeClock();
        await clock.tick();
        const ann = listener(clock, 'Ann', 1);
        await clock.tick();
        await ann.thread.join();
        return ann.heard;
      },
      expect: [2],
    },
  ],
  mistakes: {
    'never-cleared': {
      verdict: 'wrong-result',
      scene: 'one who has seen the first tick',
      code: /^(?![\s\S]*clear\(\))[\s\S]*new Event/,
      say: 'Nobody misses a tick any more, as the event stays set. But after the first one nobody waits, either: Ann has seen one tick, and is told of it again.',
    },
    'sleeps-before-clearing': {
      verdict: 'deadlock',
      code: /sleep\(/,
      say: 'The bell rings for a second now. Whoever is busy for longer than that misses it all the same.',
    },
    'the-listener-clears': {
      verdict: 'deadlock',
      code: /bell\.wait\(\);\s*bell\.clear/,
      say: 'The first who hears the bell switches it off, and the next one hears nothing.',
    },
    'one-hears-it': {
      verdict: 'deadlock',
      code: /notify\(\)/,
      say: 'Two listen, and one is woken. All who wait are waiting for the same thing here, so all have to be told.',
    },
    'a-queue': {
      verdict: 'deadlock',
      code: /Queue/,
      say: 'A queue gives each tick to one listener. A tick is not a thing that somebody takes away; it is news for all.',
    },
    'looks-without-the-lock': {
      verdict: 'deadlock',
      code: /if \(ticks > seen\)/,
      say: 'The look is outside of the lock, and so it proves nothing: the tick can come after you have looked and before you wait. Look and wait under one lock.',
    },
    'always-waits': {
      verdict: 'deadlock',
      code: /new Condition[\s\S]*\.wait\(\)/,
      say: 'The tick has been, and you wait for the next signal without asking whether there is a need to. A signal is not kept; the number is.',
    },
    'counts-outside': {
      verdict: 'race',
      say: 'The number is changed where no lock is held, while others look at it. What a waiter asks about has to be changed under the lock that the waiter holds.',
    },
    'a-pulse': {
      verdict: 'deadlock',
      say: 'The bell rings and is silent at once. Who does not wait at that very moment will never know.',
    },
  },
});
