import { check } from 'happens-before/check';
import type * as Answer from './solution';

const { floor, max, min } = Math;

/** A scene that asks about one adder. */
const scene = (name: string, add: Answer.Adder, right: boolean) => ({
  name,
  play: ({ isRight }: typeof Answer) => isRight(add),
  expect: right,
});

/** Adds up what each of the workers, by number, has counted. */
function worked(workers: number, count: (worker: number) => number) {
  let total = 0;
  for (let w = 0; w < workers; w++) total += count(w);
  return total;
}

/** How many of `n` marbles each of `w` workers is to count. */
const share = (n: number, w: number) => (worker: number) =>
  floor(((worker + 1) * n) / w) - floor((worker * n) / w);

export default check<typeof Answer>({
  scenes: [
    scene('an adder that is right', (n) => n, true),
    scene(
      'one that rounds down',
      (n, w) => worked(w, () => floor(n / w)),
      false,
    ),
    scene(
      'one that loses a part if all comes out even',
      (n, w) => (w > 1 && n % w === 0 ? n - n / w : n),
      false,
    ),
    scene(
      'one that adds a single marble for any rest',
      (n, w) => floor(n / w) * w + (n % w > 0 ? 1 : 0),
      false,
    ),
    scene(
      'one that gives everybody at least one',
      (n, w) => worked(w, (i) => max(1, floor(n / w) + (i < n % w ? 1 : 0))),
      false,
    ),
    scene(
      'one that loses the last marble of all',
      (n, w) => (w > 1 && n % w === 1 ? n - 1 : n),
      false,
    ),
    scene(
      'one that has only four chairs',
      (n, w) => worked(min(w, 4), share(n, w)),
      false,
    ),
    scene(
      'one that counts nothing alone',
      (n, w) => (w === 1 ? 0 : n),
      false,
    ),
    scene(
      'one that never comes home with nothing',
      (n) => max(1, n),
      false,
    ),
    scene('another that is right', (n, w) => worked(w, share(n, w)), true),
  ],
  mistakes: {
    'never-alone': {
      verdict: 'wrong-result',
      scene: 'one that counts nothing alone',
      say: 'With two workers and more, this adder is right. A worker who is alone has nobody to share with, and it forgets that somebody has to count all the same. Which is the smallest number of workers?',
    },
    'never-none': {
      verdict: 'wrong-result',
      scene: 'one that never comes home with nothing',
      say: 'This adder is right whenever there is a marble. What does it say if there is none?',
    },
    'same-mistake': {
      verdict: 'wrong-result',
      scene: 'an adder that is right',
      say: 'This turns down an adder that is right: what you compare with is itself short. The expected number must not come from the formula that is being tested.',
    },
    'not-too-many': {
      verdict: 'wrong-result',
      scene: 'one that rounds down',
      code: /> \w+\)|<= \w+;/,
      say: 'An adder that counts too few passes. Too many is wrong, too few is wrong: ask for exactly all of them.',
    },
    'close-enough': {
      verdict: 'wrong-result',
      code: /abs\(/,
      say: 'One marble more or less is let through, and losing one marble is what these adders do. A sum is right or it is not.',
    },
    'round-numbers-only': {
      verdict: 'wrong-result',
      scene: 'one that rounds down',
      say: 'It passes an adder that drops the rest: with numbers that divide evenly there is no rest to drop.',
    },
    'never-divisible': {
      verdict: 'wrong-result',
      scene: 'one that loses a part if all comes out even',
      code: /% /,
      say: 'Now the numbers that divide evenly are missing, and there is an adder that is wrong for just these: when nothing is left over, it forgets its last worker.',
    },
    'a-rest-of-one': {
      verdict: 'wrong-result',
      got: true,
      code: /^(?![\s\S]*for \()/,
      say: 'Your numbers happen to suit this adder, and it passes. What about other rests, and no rest at all? A loop can ask about many pairs.',
    },
    'few-workers': {
      verdict: 'wrong-result',
      scene: 'one that has only four chairs',
      say: 'With one, two or three workers, this adder is right. It has four chairs, and whoever comes fifth stands around and counts nothing.',
    },
    'enough-for-all': {
      verdict: 'wrong-result',
      scene: 'one that gives everybody at least one',
      say: 'There are always enough marbles for everybody in your tests. What does this adder do with two marbles and four workers?',
    },
  },
});
