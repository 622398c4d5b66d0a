import { check } from 'happens-before/check';
import { atomic, chan, context, go } from 'happens-before/go';
import { sleep, type Chan } from 'happens-before/go';
import type * as Answer from './solution';

const iron = async (shirt: string) => `${shirt}, ironed`;

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
      name: 'three shirts',
      play({ stage }) {
        const basket = chan<string>();
        go('guest', lay, basket, 'red', 'blue', 'white');
        return allOf(stage(context.background(), basket, iron));
      },
      expect: ['red, ironed', 'blue, ironed', 'white, ironed'],
    },
    {
      name: 'an empty basket',
      play({ stage }) {
        const basket = chan<string>();
        go('guest', lay, basket);
        return allOf(stage(context.background(), basket, iron));
      },
      expect: [],
    },
    {
      name: 'two stages, and nobody collects',
      async play({ stage }) {
        const root = context.background();
        const basket = chan<string>(8);
        await lay(basket, 'a', 'b', 'c', 'd');
        const washed = new atomic.Int32();
        const wash = async (shirt: string) => {
          washed.add(1);
          return shirt;
        };
        const ironed = stage(root, stage(root, basket, wash), iron);
        await sleep(100);
        const ahead = washed.load();
        return [ahead, (await allOf(ironed)).length];
      },
      expect: [2, 4],
      timers: 'patient',
    },
    {
      name: 'the guest leaves, and the basket stays open',
      async play({ stage }) {
        const [ctx, cancel] = context.withCancel(context.background());
        const output = stage(ctx, chan<string>(), iron);
        cancel();
        return await allOf(output);
      },
      expect: [],
    },
    {
      name: 'the guest leaves with one shirt',
      async play({ stage }) {
        const [ctx, cancel] = context.withCancel(context.background());
        const basket = chan<string>(2);
        await lay(basket, 'green', 'grey');
        const output = stage(ctx, basket, iron);
        const first = await output.receive();
        cancel();
        return first;
      },
      expect: 'green, ironed',
    },
  ],
  mistakes: {
    'closes-the-input': {
      verdict: 'panic',
      message: /close of closed channel/,
      say: 'The input has been closed already, by those who fill it. A stage closes what it sends on, and nothing else.',
    },
    'never-closes': {
      verdict: 'deadlock',
      scene: 'three shirts',
      say: 'All shirts are through, and whoever comes next waits for one more. Who says that there are none?',
    },
    'a-goroutine-for-each': {
      verdict: 'wrong-result',
      scene: 'three shirts',
      say: 'The shirts overtake one another. A stage does one after the other; that is what keeps them in order.',
    },
    'room-for-many': {
      verdict: 'wrong-result',
      scene: 'two stages, and nobody collects',
      say: 'Nobody collects, and the first stage washes on. With room on its channel it notices so many shirts later that the line stands still.',
    },
    'looks-in-between': {
      verdict: 'deadlock',
      scene: 'the guest leaves, and the basket stays open',
      code: /\.err\(\)[\s\S]*input\.receive/,
      say: 'It looked, all was well, and then it began to wait. Nobody can look while waiting; the wait has to be for both.',
    },
    'listens-after-the-shirt': {
      verdict: 'deadlock',
      scene: 'the guest leaves, and the basket stays open',
      code: /input\.receive/,
      say: 'It listens to the context while it hands a shirt on, but not while it waits for one. If no shirt comes, it never hears of the end.',
    },
    'closes-when-all-is-well': {
      verdict: 'deadlock',
      scene: 'the guest leaves, and the basket stays open',
      code: /select\(/,
      say: 'The stage has ended, and those behind it do not know. It closes its output on one way out; there are two more.',
    },
    'sends-whatever-comes': {
      verdict: 'leak',
      scene: 'the guest leaves with one shirt',
      say: 'It stands there with a shirt in its hands, and everybody has gone home. To hand on is a wait, too.',
    },
  },
});
