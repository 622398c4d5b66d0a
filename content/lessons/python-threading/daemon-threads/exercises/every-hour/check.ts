import { check } from 'happens-before/check';
import { Event, sleep } from 'happens-before/threading';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two calls in two and a half hours',
      timers: 'patient',
      async play({ every }) {
        const calls: number[] = [];
        const stop = every(3600, async () => {
          calls.push(performance.now() / 3_600_000);
        });
        await sleep(9000);
        await stop();
        const stoppedAt = performance.now() / 3_600_000;
        await sleep(9000);
        return { calls, stoppedAt };
      },
      expect: { calls: [1, 2], stoppedAt: 2.5 },
    },
    {
      name: 'stopped before it has begun',
      timers: 'patient',
      async play({ every }) {
        let calls = 0;
        const stop = every(60, async () => {
          calls += 1;
        });
        await stop();
        return { calls, at: performance.now() };
      },
      expect: { calls: 0, at: 0 },
    },
    {
      name: 'stopped in the middle of a call',
      timers: 'patient',
      async play({ every }) {
        const begun = new Event();
        let over = false;
        const stop = every(10, async () => {
          begun.set();
          await sleep(3);
          over = true;
        });
        await begun.wait();
        await stop();
        return { over, at: performance.now() };
      },
      expect: { over: true, at: 13_000 },
    },
    {
      name: 'stopped just when it is due',
      timers: 'patient',
      async play({ every }) {
        let stopped = false;
        let late = 0;
        const stop = every(5, async () => {
          if (stopped) late += 1;
        });
        await sleep(5);
        await stop();
        stopped = true;
        await sleep(20);
        return late;
      },
      expect: 0,
    },
  ],
  mistakes: {
    'a-timer': {
      verdict: 'race',
      code: /Timer/,
      say: 'A timer that arms the next one is a new thread for each call, and `stop` cancels the one that it happens to see. Meanwhile the next may be armed.',
    },
    'the-wrong-way-round': {
      verdict: 'wrong-result',
      got: { calls: [], stoppedAt: 2.5 },
      say: '`wait` gives `false` when the time is over, and `true` when the event was set. This calls only after it has been stopped.',
    },
    'waits-for-the-bell': {
      verdict: 'wrong-result',
      got: { calls: [2.5], stoppedAt: 2.5 },
      say: 'Without a time, `wait` waits for the event and nothing else. So the only call is made when somebody says stop.',
    },
    'at-once': {
      verdict: 'wrong-result',
      got: { calls: [0, 1, 2], stoppedAt: 2.5 },
      say: 'The first call is made at the very start. It is due when the first hour has passed.',
    },
    'only-once': {
      verdict: 'wrong-result',
      got: { calls: [1], stoppedAt: 2.5 },
      say: 'One call, and then the thread is done. It should come again every hour.',
    },
    'once-more': {
      verdict: 'wrong-result',
      got: { calls: [1, 2, 3], stoppedAt: 3 },
      say: 'It is stopped at half past two, sleeps on until three, and calls once more before it looks. And you wait for all of that.',
    },
    'sleeps-it-out': {
      verdict: 'wrong-result',
      got: { calls: [1, 2], stoppedAt: 3 },
      say: 'No call too many, and half an hour of waiting for a thread that sleeps. A sleeping thread sees no flag; who could wake it?',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      got: { calls: [1, 2, 3], stoppedAt: 2.5 },
      say: '`stop` raises a flag and returns. The thread sleeps on, and calls at three, long after it was stopped.',
    },
    'a-daemon': {
      verdict: 'wrong-result',
      scene: 'stopped in the middle of a call',
      say: '`stop` returns in the middle of a call. Whoever cleans up now, cleans up under somebody’s hands.',
    },
  },
});
