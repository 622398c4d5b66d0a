import { check } from 'happens-before/check';
import { chan, Mutex, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

const numbered = (id: number): Answer.Numbered => ({
  id,
  mu: new Mutex(),
});

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a circle of three',
      async play({ holdAll }) {
        const [a, b, c] = [numbered(10), numbered(9), numbered(2)];
        const wg = new WaitGroup();
        const got: number[] = [0, 0, 0];
        const call = (place: number, locks: Answer.Numbered[]) => {
          wg.go(async () => {
            got[place] = await holdAll(locks, async () => place + 5);
          });
        };
        call(0, [a, b]);
        call(1, [b, c]);
        call(2, [c, a]);
        await wg.wait();
        return [...got];
      },
      expect: [5, 6, 7],
      maxSteps: 80,
    },
    {
      name: 'a lock named twice',
      async play({ holdAll }) {
        const [a, b] = [numbered(1), numbered(2)];
        return await holdAll([a, b, a], async () => 'once');
      },
      expect: 'once',
    },
    {
      name: 'two who change one number',
      async play({ holdAll }) {
        const [a, b] = [numbered(1), numbered(2)];
        const wg = new WaitGroup();
        let total = 0;
        const add = (locks: Answer.Numbered[], amount: number) => {
          wg.go(async () => {
            await holdAll(locks, async () => {
              total += amount;
            });
          });
        };
        add([a, b], 3);
        add([b], 4);
        await wg.wait();
        return total;
      },
      expect: 7,
    },
    {
      name: 'strangers meet',
      async play({ holdAll }) {
        const [a, b] = [numbered(1), numbered(2)];
        const [c, d] = [numbered(3), numbered(4)];
        const door = chan<string>();
        const wg = new WaitGroup();
        wg.go(async () => {
          await holdAll([a, b], async () => {
            await door.send('good day');
          });
        });
        const heard = await holdAll([c, d], async () => {
          return await door.receive();
        });
        await wg.wait();
        return heard;
      },
      expect: 'good day',
    },
    {
      name: 'another waits for a lock that is taken',
      async play({ holdAll }) {
        const [a, b] = [numbered(1), numbered(2)];
        const wg = new WaitGroup();
        const done = chan<void>();
        await a.mu.lock();
        wg.go(async () => {
          await holdAll([a], async () => {});
        });
        wg.go(async () => {
          await holdAll([b], async () => {});
          done.close();
        });
        await done.receive();
        a.mu.unlock();
        await wg.wait();
        return 'both';
      },
      expect: 'both',
    },
    {
      name: 'the body fails',
      async play({ holdAll }) {
        const [a, b] = [numbered(2), numbered(1)];
        const locks = [a, b];
        let message = '';
        try {
          await holdAll(locks, async () => {
            throw new Error('no bait');
          });
        } catch (error) {
          message = (error as Error).message;
        }
        const free = [a.mu.tryLock(), b.mu.tryLock()];
        return [message, ...free, ...locks.map(({ id }) => id)];
      },
      expect: ['no bait', true, true, 2, 1],
    },
    {
      name: 'no locks',
      play: ({ holdAll }) => holdAll([], async () => 8),
      expect: 8,
    },
  ],
  mistakes: {
    'takes-it-twice': {
      verdict: 'deadlock',
      scene: 'a lock named twice',
      code: /sort/,
      say: 'The order is right, and circles are gone. Now somebody names a lock twice, and waits for a lock that they hold themselves.',
    },
    'forgets-on-throw': {
      verdict: 'wrong-result',
      scene: 'the body fails',
      got: ['no bait', false, false, 2, 1],
      say: 'All is well as long as all goes well. After an error the locks stay locked, with nobody left to unlock them. Which statement is carried out on every way out?',
    },
    'sorts-the-callers': {
      verdict: 'wrong-result',
      scene: 'the body fails',
      got: ['no bait', true, true, 1, 2],
      say: '`sort` sorts the array that it is called on, and this one belongs to the caller, who may be reading it in another task.',
    },
    'lets-go-too-soon': {
      verdict: 'wrong-result',
      code: /return body\(\)/,
      say: '`body()` is a promise, and a `finally` does not wait for it. The locks are let go while the body is still to come.',
    },
    'one-big-lock': {
      verdict: 'deadlock',
      scene: 'strangers meet',
      say: 'With one lock for everything there are no circles, and nobody can do anything at the same time, either. Two who have nothing in common have to be able to go on.',
    },
    'gate-in-front': {
      verdict: 'deadlock',
      scene: 'another waits for a lock that is taken',
      code: /new Mutex/,
      say: 'No circles any more. But whoever stands in the gate and waits for a lock keeps everybody out, also those whose locks are free.',
    },
    'steps-back-for-ever': {
      verdict: 'livelock',
      code: /tryLock/,
      say: 'Nobody waits, and there is an order in which nobody gets through either: each steps back because of another, who is about to step back. A pause makes it rarer. What if nobody ever had to step back?',
    },
    'steps-back': {
      verdict: 'error',
      message: /gave up/,
      say: 'Nobody waits, and in some order nobody gets through: each steps back because of another who is about to step back. More tries make that order longer, and do not remove it.',
    },
    'one-after-another': {
      verdict: 'wrong-result',
      scene: 'two who change one number',
      say: 'You held each of the locks, and by the time the body runs, you hold none of them.',
    },
    'all-at-once': {
      verdict: 'deadlock',
      code: /Promise\.all/,
      say: 'You ask for all of them at the same moment, but you do not get them at the same moment. With some in your hands, you wait for the rest; so does everybody else.',
    },
    'as-named': {
      verdict: 'deadlock',
      say: 'Each of them takes the locks in the order in which they are named. Follow the arrows in the lanes: where do they lead back to?',
    },
  },
});
