import { check } from 'happens-before/check';
import { Lock, sleep, Thread } from 'happens-before/threading';
import type * as Answer from './solution';

/** A lock that somebody holds from now on, for so long. */
async function takenFor(seconds: number) {
  const lock = new Lock();
  await lock.acquire();
  const holder = new Thread({
    name: 'holder',
    target: async () => {
      await sleep(seconds);
      lock.release();
    },
  });
  holder.start();
  return { lock, holder };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'the lock is free',
      timers: 'patient',
      async play({ within }) {
        const lock = new Lock();
        const got = await within(lock, 5, async () => lock.locked());
        return { got, held: lock.locked(), at: performance.now() };
      },
      expect: { got: { done: true, value: true }, held: false, at: 0 },
    },
    {
      name: 'it is held for an hour',
      timers: 'patient',
      async play({ within }) {
        const { lock, holder } = await takenFor(3600);
        let ran = false;
        const got = await within(lock, 60, async () => {
          ran = true;
        });
        const held = lock.locked();
        await holder.join();
        return { got, ran, held };
      },
      expect: { got: { done: false }, ran: false, held: true },
    },
    {
      name: 'it is free after ten seconds',
      timers: 'patient',
      async play({ within }) {
        const { lock, holder } = await takenFor(10);
        const got = await within(lock, 60, async () => 'done');
        const at = performance.now();
        await holder.join();
        return { got, at };
      },
      expect: { got: { done: true, value: 'done' }, at: 10_000 },
    },
    {
      name: 'the body throws',
      timers: 'patient',
      async play({ within }) {
        const lock = new Lock();
        try {
          return await within(lock, 5, async () => {
            throw 'dropped';
          });
        } catch (thrown) {
          return { thrown, held: lock.locked() };
        }
      },
      expect: { thrown: 'dropped', held: false },
    },
    {
      name: 'two at the same time',
      async play({ within }) {
        const lock = new Lock();
        let inside = 0;
        let crowd = false;
        const body = async () => {
          inside += 1;
          if (inside > 1) crowd = true;
          inside -= 1;
        };
        const other = new Thread({
          name: 'other',
          target: () => within(lock, 5, body),
        });
        other.start();
        await within(lock, 5, body);
        await other.join();
        return { crowd, held: lock.locked() };
      },
      expect: { crowd: false, held: false },
    },
  ],
  mistakes: {
    'sleeps-first': {
      verdict: 'wrong-result',
      scene: 'the lock is free',
      code: /sleep\(/,
      say: 'The lock was free, and you slept five seconds in front of it. `acquire` can do the waiting, and stops as soon as there is nothing to wait for.',
    },
    'waits-for-ever': {
      verdict: 'wrong-result',
      code: /\.with\(/,
      say: 'That is `with` again: it waits the whole hour. Which method takes a time?',
    },
    'releases-if-locked': {
      verdict: 'wrong-result',
      got: { got: { done: false }, ran: false, held: false },
      code: /\.locked\(\)/,
      say: 'Locked, yes: by somebody else. A Lock does not know whose it is, so `locked` cannot tell you whether it is for you to release.',
    },
    'releases-anyway': {
      verdict: 'wrong-result',
      got: { got: { done: false }, ran: false, held: false },
      say: 'You did not get the lock, and on the way out you release it: somebody else’s. Python does not mind; who holds it will.',
    },
    'goes-on-without-it': {
      verdict: 'wrong-result',
      scene: 'it is held for an hour',
      say: 'After a minute without the lock, `body` runs all the same. The timeout gave `false`, and nobody looked.',
    },
    'looks-first': {
      verdict: 'wrong-result',
      scene: 'it is free after ten seconds',
      code: /\.locked\(\)/,
      say: 'You look, and go away at once if it is held. And if it is free when you look, it may be held when you take it, for as long as it likes.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      scene: 'it is free after ten seconds',
      say: 'There were sixty seconds, and the lock was free after ten. You did not wait at all.',
    },
    swallows: {
      verdict: 'wrong-result',
      scene: 'the body throws',
      got: { done: false },
      say: '`body` ran and failed, and the caller is told that it has not run. An error and a timeout are two different pieces of news.',
    },
    'no-finally': {
      verdict: 'wrong-result',
      scene: 'the body throws',
      say: '`body` threw, and the line that releases the lock was never reached. It is held for good now.',
    },
  },
});
