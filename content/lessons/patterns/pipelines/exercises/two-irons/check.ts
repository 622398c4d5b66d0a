import { check } from 'happens-before/check';
import { atomic, chan, go, type Chan } from 'happens-before/go';
import type * as Answer from './solution';

const flat = async (shirt: string) => `flat ${shirt}`;

async function lay(basket: Chan<string>, ...shirts: string[]) {
  for (const shirt of shirts) await basket.send(shirt);
  basket.close();
}

async function allOf(output: Chan<string>) {
  const seen: string[] = [];
  for await (const shirt of output) seen.push(shirt);
  return seen;
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'three shirts, one iron',
      async play({ ironAll }) {
        const basket = chan<string>();
        const hot = new atomic.Int32();
        let most = 0;
        const iron = async (shirt: string) => {
          most = Math.max(most, hot.add(1));
          hot.add(-1);
          return shirt;
        };
        go('guest', lay, basket, 'r', 's', 't');
        const seen = await allOf(ironAll(basket, 1, iron));
        return [...seen, most];
      },
      expect: ['r', 's', 't', 1],
      allowRaces: true,
    },
    {
      name: 'an empty basket',
      play({ ironAll }) {
        const basket = chan<string>();
        go('guest', lay, basket);
        return allOf(ironAll(basket, 2, flat));
      },
      expect: [],
    },
    {
      name: 'three shirts, two irons',
      play({ ironAll }) {
        const basket = chan<string>();
        go('guest', lay, basket, 'x', 'y', 'z');
        return allOf(ironAll(basket, 2, flat));
      },
      expect: ['flat x', 'flat y', 'flat z'],
    },
    {
      name: 'two that must be ironed together',
      play({ ironAll }) {
        const basket = chan<string>();
        const steam = chan<void>();
        go('guest', lay, basket, 'left', 'right');
        const pair = async (shirt: string) => {
          if (shirt === 'left') await steam.send();
          else await steam.receive();
          return shirt;
        };
        return allOf(ironAll(basket, 2, pair));
      },
      expect: ['left', 'right'],
    },
    {
      name: 'a guest who waits for the first shirt',
      async play({ ironAll }) {
        const basket = chan<string>();
        const ironed = ironAll(basket, 2, flat);
        await basket.send('one');
        const first = await ironed.receive();
        go('guest', lay, basket, 'two');
        return [first, ...(await allOf(ironed))];
      },
      expect: ['flat one', 'flat two'],
    },
  ],
  mistakes: {
    'closes-too-early': {
      verdict: 'wrong-result',
      code: /order\.close\(\);\s*output\.close/,
      say: 'All shirts have been handed out to be ironed, and some are not back. Who knows that the last one has been handed on?',
    },
    'an-iron-for-each': {
      verdict: 'wrong-result',
      scene: 'three shirts, one iron',
      code: /chan<Chan<string>>\(\d\d+\)/,
      say: 'There is one iron, and more than one shirt was under it. What limits how many are begun before one is handed on?',
    },
    'one-iron-too-many': {
      verdict: 'wrong-result',
      scene: 'three shirts, one iron',
      say: 'One more is begun than there are irons. Count them: those that lie in line, and the one that is being waited for.',
    },
    'more-room': {
      verdict: 'wrong-result',
      scene: 'three shirts, two irons',
      code: /chan<string>\(\d\d+\)/,
      say: 'More room lets those who are quick put their shirt down sooner, in the place of one who is slow. It does not bring back the order.',
    },
    'a-lock-around-the-output': {
      verdict: 'wrong-result',
      scene: 'three shirts, two irons',
      code: /Mutex/,
      say: 'One at a time hands a shirt on, and it is whoever comes first. A lock keeps them apart, and has no idea whose turn it is.',
    },
    'one-iron': {
      verdict: 'deadlock',
      scene: 'two that must be ironed together',
      say: 'The order is right, since there is one iron. The second shirt is not begun before the first is done, whatever the number of irons.',
    },
    'sorts-at-the-end': {
      verdict: 'deadlock',
      scene: 'a guest who waits for the first shirt',
      code: /all(\[|\.slice|\.sort)/,
      say: 'Nothing comes out before the last shirt has come in. The guest keeps back the second until the first is there. Hand on what is next as soon as it is ready.',
    },
    'in-rounds': {
      verdict: 'deadlock',
      scene: 'a guest who waits for the first shirt',
      say: 'It waits until it has as many shirts as irons. One shirt is enough to begin with.',
    },
  },
});
