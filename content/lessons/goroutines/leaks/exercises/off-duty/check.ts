import { check } from 'happens-before/check';
import { chan, Mutex, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** What is upstairs at the moment when `checkIn` returns. */
const on = (porters: number, ...luggage: string[]) => ({
  async play({ checkIn }: typeof Answer) {
    const upstairs = chan<string>(luggage.length);
    await checkIn(luggage, porters, (bag) => upstairs.send(bag));
    const arrived: string[] = [];
    while (upstairs.length > 0) {
      arrived.push((await upstairs.receive())!);
    }
    return arrived.sort();
  },
  expect: [...luggage].sort(),
});

export default check<typeof Answer>({
  scenes: [
    { name: 'nothing to carry', ...on(1) },
    { name: 'one bag, one porter', ...on(1, 'trunk') },
    { name: 'one bag, two porters', ...on(2, 'hat box') },
    { name: 'two bags, one porter', ...on(1, 'skis', 'boots') },
    {
      name: 'a piano, which takes two',
      async play({ checkIn }) {
        const missing = new WaitGroup();
        missing.add(2);
        await checkIn(['left end', 'right end'], 2, async () => {
          missing.done();
          await missing.wait();
        });
        return 'it is up';
      },
      expect: 'it is up',
    },
    {
      name: 'one porter, who has one back',
      async play({ checkIn }) {
        const back = new Mutex();
        await checkIn(['anvil', 'safe'], 1, async (bag) => {
          if (!back.tryLock()) throw new Error(`no back for ${bag}`);
          back.unlock();
        });
        return 'it is up';
      },
      expect: 'it is up',
    },
  ],
  mistakes: {
    'counts-bags': {
      verdict: 'leak',
      code: /^(?![\s\S]*close\()[\s\S]*\.wait\(/,
      say: 'Now you know when the last bag is upstairs. The porters do not: each has come back down for another, and waits. You know something that they should hear.',
    },
    'porters-close': {
      verdict: 'leak',
      code: /close\(/,
      say: 'The porter closes the channel after his loop, and his loop ends when the channel is closed. He never gets there. Who knows that no more bags will come, without being told?',
    },
    'waits-first': {
      verdict: 'deadlock',
      code: /\.wait\([\s\S]*close\(/,
      say: 'You wait for the porters to go home, and only then say that they may. They wait for that word. Which of the two lines has to come first?',
    },
    'last-bag-closes': {
      verdict: 'deadlock',
      code: /for await[^}]*close\(/,
      say: 'A porter closes the channel after he has carried a bag. If there is none, nobody does; if there are two, it is closed too soon. The one who hands out the bags can count them.',
    },
    'goes-home-when-idle': {
      verdict: 'deadlock',
      code: /\bafter\(|\bsleep\(/,
      say: 'The porter went home because no bag came for a while, and then a bag came. “Not for a minute” does not mean “no more”.',
    },
    'looks-at-length': {
      verdict: 'deadlock',
      code: /\.length\s*(>|!==|===|<)/,
      say: 'Two porters looked, both saw one bag, and both reached for it. The second still holds out his hand: what was true at the look need not be true at the receive.',
    },
    'one-goodnight': {
      verdict: 'deadlock',
      scene: 'one bag, two porters',
      say: 'One porter has heard that the day is over. The other still waits. A value on a channel reaches one receiver; you want something that reaches them all.',
    },
    sleeps: {
      verdict: 'wrong-result',
      code: /sleep\(/,
      say: 'A minute on the clock is no proof that a porter has moved: there is an order in which the bag is still on the stairs. What could tell you that the last porter is off duty?',
    },
    'waits-for-one': {
      verdict: 'wrong-result',
      code: /close\([\s\S]*\.receive\(/,
      scene: 'one bag, two porters',
      say: 'Somebody has told you that he is done, and it was the porter with empty hands. How many of them have to tell you?',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /close\(/,
      say: 'The porters will go home now. But a bag that was handed over is not yet upstairs, and the function returns while it is on its way. Wait for those who carry.',
    },
    'no-porters': {
      verdict: 'deadlock',
      scene: 'a piano, which takes two',
      say: 'No goroutine, no leak. But one pair of hands has to finish the left end of the piano before it takes up the right one. All porters have to be at work together.',
    },
    'a-porter-each': {
      verdict: 'error',
      message: /no back for/,
      say: 'Nobody is left behind, and it is a fine program. But it hires a porter for each bag, and the house has as many as it has.',
    },
  },
});
