import { check } from 'happens-before/check';
import { chan, now, sleep, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'all done before the time is up',
      async play({ waitAtMost }) {
        const tasks = new WaitGroup();
        tasks.go(() => sleep(10));
        tasks.go(() => sleep(30));
        const inTime = await waitAtMost(tasks, 100);
        return [inTime, now()];
      },
      expect: [true, 30],
      timers: 'patient',
    },
    {
      name: 'nothing to wait for',
      async play({ waitAtMost }) {
        const inTime = await waitAtMost(new WaitGroup(), 100);
        return [inTime, now()];
      },
      expect: [true, 0],
      timers: 'patient',
    },
    {
      name: 'one takes too long',
      async play({ waitAtMost }) {
        const tasks = new WaitGroup();
        tasks.go(() => sleep(10));
        tasks.go(() => sleep(500));
        const inTime = await waitAtMost(tasks, 75);
        return [inTime, now()];
      },
      expect: [false, 75],
      timers: 'patient',
    },
    {
      name: 'one that goes on until after the wait',
      async play({ waitAtMost }) {
        const goOn = chan<void>();
        const tasks = new WaitGroup();
        tasks.go(() => goOn.receive());
        const inTime = await waitAtMost(tasks, 20);
        goOn.close();
        await tasks.wait();
        return inTime;
      },
      expect: false,
    },
    {
      name: 'any speed',
      async play({ waitAtMost }) {
        const tasks = new WaitGroup();
        let said = 0;
        tasks.go(() => {
          said = 1;
        });
        const inTime = await waitAtMost(tasks, 20);
        return !inTime || said === 1;
      },
      expect: true,
    },
  ],
  mistakes: {
    'sleeps-it-out': {
      verdict: 'wrong-result',
      got: [true, 100],
      say: 'They were done after 30 ms, and you slept to the end of the 100. The time is what you wait *at most*: wait for two things at once, and take the one that comes first.',
    },
    'a-plain-flag': {
      verdict: 'wrong-result',
      code: /(for|while) \(/,
      say: 'You look every so often, so you learn of the end a little late, and between two looks you know nothing. A channel would tell you at the moment it happens.',
    },
    'looks-once': {
      verdict: 'wrong-result',
      got: [false, 100],
      say: 'You looked once, right at the start, and then slept. `otherwise` is taken when nothing is ready at that very moment; the clock has to be a case of its own.',
    },
    'waits-first': {
      verdict: 'wrong-result',
      got: [true, 500],
      say: 'The caller itself waits for the tasks, as long as it takes, and the clock is not asked before that is over. Somebody else has to do that waiting.',
    },
    'always-in-time': {
      verdict: 'wrong-result',
      got: [true, 75],
      say: 'Something came, and you took it for the tasks. It was the clock. The two need channels, or at least words, of their own.',
    },
    'done-for-them': {
      verdict: 'panic',
      message: /negative WaitGroup counter/,
      say: 'When the time was up, you counted a task down in its place. It lives, and will count itself down as well. You may stop waiting for a task; you cannot declare it done.',
    },
    'closes-it-twice': {
      verdict: 'panic',
      message: /closed channel/,
      say: 'Two goroutines share the channel and each closes it, so the slower one meets a closed door. It need not be closed at all if there is room for what both have to say.',
    },
    'no-room': {
      verdict: 'leak',
      say: 'The tasks do come to their end one day, and then the goroutine that waited for them wants to say so, to a caller who has long gone. Its news must not depend on anybody listening.',
    },
  },
});
