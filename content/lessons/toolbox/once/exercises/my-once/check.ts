import { check } from 'happens-before/check';
import { WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'called twice, one after the other',
      async play({ Once }) {
        const once = new Once();
        const seen: string[] = [];
        await once.do(() => seen.push('first'));
        await once.do(() => seen.push('second'));
        return seen;
      },
      expect: ['first'],
    },
    {
      name: 'two at the same time',
      async play({ Once }) {
        const once = new Once();
        const wg = new WaitGroup();
        let runs = 0;
        let early = 0;
        for (let i = 0; i < 2; i++) {
          wg.go(async () => {
            await once.do(async () => {
              await Promise.resolve();
              runs++;
            });
            if (runs === 0) early++;
          });
        }
        await wg.wait();
        return { runs, early };
      },
      expect: { runs: 1, early: 0 },
    },
    {
      name: 'a function that throws',
      async play({ Once }) {
        const once = new Once();
        let runs = 0;
        const told: string[] = [];
        for (let i = 0; i < 2; i++) {
          try {
            await once.do(() => {
              runs++;
              throw new Error('no');
            });
            told.push('fine');
          } catch (error) {
            told.push((error as Error).message);
          }
        }
        return [runs, ...told];
      },
      expect: [1, 'no', 'fine'],
    },
    {
      name: 'one for you and one for me',
      async play({ Once }) {
        const [yours, mine] = [new Once(), new Once()];
        let runs = 0;
        await yours.do(() => mine.do(() => runs++));
        return runs;
      },
      expect: 1,
    },
    {
      name: 'called three times',
      async play({ Once }) {
        const once = new Once();
        let runs = 0;
        for (let i = 0; i < 3; i++) await once.do(() => runs++);
        return runs;
      },
      expect: 1,
    },
  ],
  mistakes: {
    'a-word-for-one': {
      verdict: 'deadlock',
      scene: 'called three times',
      say: 'Who has run the function leaves word for one who waits. The second caller has taken it, and the third waits for ever. What can be received again and again?',
    },
    'first-come': {
      verdict: 'wrong-result',
      code: /compareAndSwap/,
      say: 'One of them runs the function. The other sees that it is not the one, and goes on at once, while the function is still at work. What could it wait for?',
    },
    'one-for-all': {
      verdict: 'deadlock',
      scene: 'one for you and one for me',
      say: 'There is one lock for all Onces of the program. Two of them have nothing to do with each other, and one may well be used inside of the other.',
    },
    'keeps-the-key': {
      verdict: 'deadlock',
      say: 'The function has thrown, and the line with the unlock was never reached. Everybody who comes later stands in front of a locked door.',
    },
    'runs-again': {
      verdict: 'wrong-result',
      scene: 'a function that throws',
      got: [2, 'no', 'no'],
      say: 'It failed, and was run once more. That is a useful thing, and it is called retry. Once means at most once.',
    },
    swallows: {
      verdict: 'wrong-result',
      scene: 'a function that throws',
      say: 'The one who ran the function never hears that it has failed, and takes what is not there.',
    },
    'looks-before-the-lock': {
      verdict: 'wrong-result',
      scene: 'two at the same time',
      code: /if \(this\.#done\) return;\s*await this\.#mu\.lock/,
      say: 'The look came before the lock. Who sees that somebody is at it returns at once, too early; and two who see that nobody is, both do it, one after the other.',
    },
    'no-lock': {
      verdict: 'wrong-result',
      scene: 'two at the same time',
      say: 'Both found that it had not been done, and both did it. To look and to claim must be one step.',
    },
  },
});
