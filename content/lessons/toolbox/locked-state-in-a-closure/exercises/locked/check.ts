import { check } from 'happens-before/check';
import { chan, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two add to one number',
      async play({ Locked }) {
        const box = new Locked(10);
        const wg = new WaitGroup();
        for (const amount of [2, 5])
          wg.go(async () => {
            await box.with(async (cell) => {
              cell.value += amount;
            });
          });
        await wg.wait();
        return await box.with((cell) => cell.value);
      },
      expect: 17,
    },
    {
      name: 'one stays inside for long',
      async play({ Locked }) {
        const box = new Locked('open');
        const [inside, go] = [chan<void>(), chan<void>(1)];
        const wg = new WaitGroup();
        wg.go(async () => {
          await box.with(async (cell) => {
            cell.value = 'in the middle';
            inside.close();
            await go.receive();
            cell.value = 'closed';
          });
        });
        await inside.receive();
        await go.send();
        const seen = await box.with((cell) => cell.value);
        await wg.wait();
        return seen;
      },
      expect: 'closed',
    },
    {
      name: 'another value in its place, and a result',
      async play({ Locked }) {
        const box = new Locked(['a', 'b']);
        const count = await box.with((cell) => {
          cell.value = [...cell.value, 'c'];
          return cell.value.length;
        });
        return [count, await box.with(({ value }) => value.join(''))];
      },
      expect: [3, 'abc'],
    },
    {
      name: 'an error inside',
      async play({ Locked }) {
        const box = new Locked(1);
        const said: string[] = [];
        const fails = [
          () => {
            throw new Error('at once');
          },
          async () => {
            throw new Error('later');
          },
        ];
        for (const fail of fails)
          try {
            await box.with(fail);
          } catch (error) {
            said.push((error as Error).message);
          }
        return [...said, await box.with(({ value }) => value)];
      },
      expect: ['at once', 'later', 1],
    },
    {
      name: 'two that have nothing in common',
      async play({ Locked }) {
        const [left, right] = [new Locked(1), new Locked(2)];
        const sum = left.with(async (a) => {
          return await right.with((b) => a.value + b.value);
        });
        return await sum;
      },
      expect: 3,
    },
  ],
  mistakes: {
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /(return|=)\s+use\(/,
      say: 'If `use` is async, it has only just begun when it returns: what it returns is a promise. The `finally` does not wait for that, and unlocks.',
    },
    'does-not-wait-for-the-lock': {
      verdict: 'panic',
      message: /unlock of unlocked mutex/,
      say: '`lock()` gives you a promise. If you do not wait for it, you go in at once, and let go of a lock that you do not have.',
    },
    'not-after-an-error': {
      verdict: 'deadlock',
      scene: 'an error inside',
      say: 'When `use` fails, the line with `unlock` is never reached, and everybody after that waits for ever. One bad call stops them all.',
    },
    'a-new-lock-each-time': {
      verdict: 'wrong-result',
      code: /\)[^{]*\{[^}]*const \w+ = new Mutex\(\)/,
      say: 'Each call brings a lock of its own. A lock keeps apart those who take the same one.',
    },
    'one-lock-for-all': {
      verdict: 'deadlock',
      scene: 'two that have nothing in common',
      say: 'All boxes share one lock now. Whoever uses one box while in another waits for themselves, and all others wait for no reason.',
    },
    'writes-back-outside': {
      verdict: 'wrong-result',
      code: /(lock\(\)[\s\S]*){4}/,
      say: 'You lock to take the value out, and lock again to put it back. In between, others do the same, and what they put back is lost.',
    },
    'works-on-a-copy': {
      verdict: 'wrong-result',
      got: 10,
      say: 'The lock is right. But `use` gets a copy of the cell, and what it puts there does not reach the original.',
    },
    'swallows-the-error': {
      verdict: 'wrong-result',
      scene: 'an error inside',
      say: 'The lock is free after an error, and nobody hears of the error. The caller takes for done what was not.',
    },
    'forgets-the-result': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*return)/,
      say: 'What `use` returns gets lost. Then callers have to carry it out by a variable of their own, and soon they carry out more than that.',
    },
    'turns-away': {
      verdict: 'error',
      code: /tryLock/,
      say: 'Who comes while somebody is inside is turned away with an error. They should wait.',
    },
    'no-lock': {
      verdict: 'wrong-result',
      say: 'Nothing keeps two of them from being inside at the same time.',
    },
  },
});
