import { check } from 'happens-before/check';
import { chan, go, type Chan } from 'happens-before/go';
import type * as Answer from './solution';

type Locks = InstanceType<typeof Answer.KeyLocks>;

/** Goes in, does something there, comes out, and says so. */
function visit(
  locks: Locks,
  key: string,
  inside: () => unknown,
  out: Chan<void>,
) {
  go(async () => {
    await locks.lock(key);
    await inside();
    await locks.unlock(key);
    await out.send();
  });
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two for the same key',
      async play({ KeyLocks }) {
        const locks = new KeyLocks();
        const out = chan<void>(2);
        let seen = 0;
        const look = () => {
          seen += 1;
        };
        visit(locks, 'tea', look, out);
        visit(locks, 'tea', look, out);
        await out.receive();
        await out.receive();
        return seen;
      },
      expect: 2,
    },
    {
      name: 'one after the other',
      async play({ KeyLocks }) {
        const locks = new KeyLocks();
        await locks.lock('a');
        const during = await locks.kept();
        await locks.unlock('a');
        await locks.lock('a');
        await locks.unlock('a');
        return [during, await locks.kept()];
      },
      expect: [1, 0],
    },
    {
      name: 'two keys, and each waits for the other',
      async play({ KeyLocks }) {
        const locks = new KeyLocks();
        const out = chan<void>(2);
        const here = chan<void>();
        visit(locks, 'salt', () => here.send(), out);
        visit(locks, 'pepper', () => here.receive(), out);
        await out.receive();
        await out.receive();
        return locks.kept();
      },
      expect: 0,
    },
    {
      name: 'one comes while another waits',
      async play({ KeyLocks }) {
        const locks = new KeyLocks();
        const out = chan<void>(2);
        let seen = 0;
        const look = () => {
          seen += 1;
        };
        await locks.lock('oil');
        visit(locks, 'oil', look, out);
        await locks.unlock('oil');
        visit(locks, 'oil', look, out);
        await out.receive();
        await out.receive();
        return [seen, await locks.kept()];
      },
      expect: [2, 0],
    },
    {
      name: 'two wait, each for a key of its own',
      async play({ KeyLocks }) {
        const locks = new KeyLocks();
        const out = [chan<void>(1), chan<void>(1)] as const;
        await locks.lock('ink');
        await locks.lock('nib');
        visit(locks, 'ink', () => 'writes', out[0]);
        visit(locks, 'nib', () => 'writes', out[1]);
        await locks.unlock('nib');
        await out[1].receive();
        await locks.unlock('ink');
        await out[0].receive();
        return locks.kept();
      },
      expect: 0,
    },
  ],
  mistakes: {
    'wakes-the-wrong-one': {
      verdict: 'deadlock',
      scene: 'two wait, each for a key of its own',
      code: /signal\(/,
      say: 'One is woken, looks, finds that it was not its key, and goes to sleep again. The one whose key it was has heard nothing.',
    },
    'one-lock-for-all': {
      verdict: 'deadlock',
      scene: 'two keys, and each waits for the other',
      say: 'Salt and pepper have different keys, and still one waits for the other to be done. Neither can be done without the other.',
    },
    'holds-the-map': {
      verdict: 'deadlock',
      scene: 'two for the same key',
      say: 'The second one waits for the key with the map in its hand. The first one, to give the key back, wants to look into the map.',
    },
    'no-map-lock': {
      verdict: 'error',
      code: /^(?![\s\S]*#map\.lock)/,
      say: 'Without its lock, two tasks look into the map and change it at the same time: one counts down an entry that the other has just taken out. In Go, that can end the program with “concurrent map writes”.',
    },
    'never-forgets': {
      verdict: 'wrong-result',
      say: 'It works, and keeps a lock for every key that was ever wanted. After a month of addresses, that is the whole memory.',
    },
    'looks-whether-free': {
      verdict: 'panic',
      code: /tryLock/,
      say: 'The lock was free when you looked, because the one who wants it was still on the way. That one gets the lock that you have thrown away, and gives back another.',
    },
    'counts-when-inside': {
      verdict: 'error',
      code: /users/,
      say: 'Whoever only waits is not counted yet. The one who leaves counts down to zero and throws the entry away, and the one who waited looks for it in vain.',
    },
    'forgets-at-once': {
      verdict: 'panic',
      message: /unlock of unlocked mutex/,
      say: 'Somebody was waiting for the lock that you threw away, and gets it. The next one makes a new lock for the same key. Two are inside, and each gives back what is in the map.',
    },
  },
});
