import { check } from 'happens-before/check';
import { Thread } from 'happens-before/threading';
import type * as Answer from './solution';

type Stats = ReturnType<typeof Answer.makeStats>;

function recorder(stats: Stats, ms: number) {
  const thread = new Thread({
    name: `${ms} ms`,
    target: () => stats.record(ms),
  });
  thread.start();
  return thread;
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'none, and three in a row',
      async play({ makeStats }) {
        const stats = makeStats();
        const before = [await stats.mean(), await stats.worst()];
        for (const ms of [20, 70, 30]) await stats.record(ms);
        return [...before, await stats.mean(), await stats.worst()];
      },
      expect: [0, 0, 40, 70],
    },
    {
      name: 'two at the same time',
      async play({ makeStats }) {
        const stats = makeStats();
        const threads = [recorder(stats, 90), recorder(stats, 10)];
        for (const thread of threads) await thread.join();
        return [await stats.mean(), await stats.worst()];
      },
      expect: [50, 90],
    },
    {
      name: 'somebody looks meanwhile',
      async play({ makeStats }) {
        const stats = makeStats();
        await stats.record(10);
        const thread = recorder(stats, 30);
        const seen = await stats.mean();
        await thread.join();
        return { seen, atTheEnd: await stats.mean() };
      },
      expect: ({ seen, atTheEnd }: { seen: number; atTheEnd: number }) =>
        [10, 20].includes(seen) && atTheEnd === 20,
    },
    {
      name: 'somebody asks for the worst meanwhile',
      async play({ makeStats }) {
        const stats = makeStats();
        await stats.record(10);
        const thread = recorder(stats, 30);
        const seen = await stats.worst();
        await thread.join();
        return { seen, atTheEnd: await stats.worst() };
      },
      expect: ({ seen, atTheEnd }: { seen: number; atTheEnd: number }) =>
        [10, 30].includes(seen) && atTheEnd === 30,
    },
  ],
  mistakes: {
    'each-its-own': {
      verdict: 'wrong-result',
      code: /extends local|new local/,
      say: 'Nothing is lost, and nothing is brought together: each thread knows its own times, and the one who asks has none.',
    },
    'a-new-object': {
      verdict: 'wrong-result',
      code: /now = \{/,
      say: 'A reader sees all three numbers of one moment: well thought of. But two who write begin with the same old object, and the second one covers the first.',
    },
    'the-largest-outside': {
      verdict: 'wrong-result',
      scene: 'two at the same time',
      code: /if \(ms > largest\) await/,
      say: 'The look at the largest is outside of the lock. Both find 0, and the smaller one writes last.',
    },
    'a-lock-each-time': {
      verdict: 'wrong-result',
      code: /record[\s\S]*new Lock/,
      say: 'Each call has a lock of its own, so nobody ever meets anybody at it.',
    },
    'readers-need-no-lock': {
      verdict: 'wrong-result',
      scene: 'somebody looks meanwhile',
      code: /mean\(\) \{\s*return count/,
      say: 'The writers are in order. The reader comes in between two of their lines, and sees a count without its total.',
    },
    'a-lock-for-each': {
      verdict: 'wrong-result',
      scene: 'somebody looks meanwhile',
      say: 'Every number is guarded, and the mean is of a count and a total from two different moments.',
    },
    'one-number-needs-no-lock': {
      verdict: 'race',
      scene: 'somebody asks for the worst meanwhile',
      say: 'It is only one number, and in these orders it is never half of one. That is a habit again: nothing puts this read before or after the other thread’s write.',
    },
    'as-it-was': {
      verdict: 'wrong-result',
      say: 'Here there is no lock around the interpreter, so a switch can come between any two steps, also between the read and the write of one line.',
    },
  },
});
