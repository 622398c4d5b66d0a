import { check } from 'happens-before/check';
import { atomic, chan, go } from 'happens-before/go';
import type * as Answer from './solution';

/** What somebody hears who asks. */
const ask = (future: { result(): Promise<unknown> }) =>
  future.result().then(
    (value) => value,
    (error) => String(error),
  );

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one asks again and again',
      async play({ submit }) {
        const calls = new atomic.Int64();
        const price = submit(async () => {
          calls.add(1);
          return 5;
        });
        const heard: unknown[] = [];
        for (let time = 0; time < 5; time++) heard.push(await ask(price));
        return [heard.join(' '), `${calls.load()} × worked`];
      },
      expect: ['5 5 5 5 5', '1 × worked'],
      // Somebody who looks again and again has orders without end otherwise.
      timers: 'patient',
    },
    {
      name: 'two ask at the same time',
      async play({ submit }) {
        const heard = chan<unknown>(2);
        const price = submit(async () => 0);
        for (let who = 0; who < 2; who++) go(async () => heard.send(await ask(price)));
        return [await heard.receive(), await heard.receive()];
      },
      expect: [0, 0],
    },
    {
      name: 'nobody asks',
      async play({ submit }) {
        const baked = chan<string>(1);
        submit(async () => {
          await baked.send('cake');
          return 'cake';
        });
        return await baked.receive();
      },
      expect: 'cake',
    },
    {
      name: 'it is asked for late',
      async play({ submit }) {
        const kneading = chan<string>();
        const bread = submit(async () => {
          await kneading.send('begun');
          return 'bread';
        });
        return [await kneading.receive(), await ask(bread)];
      },
      expect: ['begun', 'bread'],
    },
    {
      name: 'no flour',
      async play({ submit }) {
        const cake = submit(async (): Promise<string> => {
          throw new Error('no flour');
        });
        return [await ask(cake), await ask(cake)];
      },
      expect: ['Error: no flour', 'Error: no flour'],
    },
    {
      name: 'no flour, and nobody asks',
      async play({ submit }) {
        const tried = chan<boolean>();
        submit(async () => {
          await tried.send(true);
          throw new Error('no flour');
        });
        return await tried.receive();
      },
      expect: true,
    },
  ],
  mistakes: {
    'works-again': {
      verdict: 'wrong-result',
      scene: 'one asks again and again',
      code: /result[:(][\s\S]*work\(/,
      say: 'Each who asks sets the work off once more. It is to be done once, and its result kept for whoever comes.',
    },
    'starts-when-asked': {
      verdict: 'race',
      code: /^(?![\s\S]*go\()/,
      say: 'Nothing happens until somebody asks, and if two ask at the same time, both find that nothing has begun. Start the work in submit, and let result only wait for it.',
    },
    'looks-again-and-again': {
      verdict: 'race',
      code: /while/,
      say: 'Whoever asks looks at a variable that another goroutine writes, and nothing puts the two in order. Let them wait for something: a channel that is closed, or a wait group.',
    },
    'closes-after': {
      verdict: 'wrong-result',
      code: /send[\s\S]*close\(/,
      say: 'The value that you send is taken by the first who asks. After that the channel is closed and empty, and whoever comes gets undefined. Let the channel say only that it is done, and keep the value elsewhere.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*(receive|wait\())/,
      say: 'result gives back what is there, and perhaps nothing is there yet. What could it wait for?',
    },
    'holds-one': {
      verdict: 'deadlock',
      code: /chan<[^(]*(\(\) => \w+)?>\(\d+\)/,
      say: 'Room in the channel lets the goroutine go home, so that nobody has to ask. But a value is gone once somebody has taken it, and whoever asks when there is none left waits for ever.',
    },
    swallows: {
      verdict: 'wrong-result',
      scene: 'no flour',
      code: /catch/,
      say: 'The error is caught, and nobody who asks hears of it. They get undefined, and believe that it is a cake.',
    },
    'lets-it-through': {
      verdict: 'error',
      say: 'In a goroutine, an error that nobody catches ends the whole program. Catch it inside, and throw it again where somebody asks.',
    },
  },
});
