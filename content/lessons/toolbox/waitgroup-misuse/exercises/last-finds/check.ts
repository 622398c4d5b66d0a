import { check } from 'happens-before/check';
import { chan, type SendChan } from 'happens-before/go';
import type * as Answer from './solution';

const finds =
  (...things: string[]) =>
  async (to: SendChan<string>) => {
    for (const thing of things) await to.send(thing);
  };

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one digger',
      play: ({ collect }) => collect([finds('coin')]),
      expect: ['coin'],
    },
    {
      name: 'three finds and none',
      play: ({ collect }) =>
        collect([finds('coin', 'axe', 'pot'), finds()]),
      expect: ['axe', 'coin', 'pot'],
    },
    {
      name: 'two diggers with one spade',
      async play({ collect }) {
        const spade = chan<void>();
        return await collect([
          async (to) => {
            await spade.receive();
            await to.send('pot');
          },
          async (to) => {
            await to.send('ring');
            await spade.send();
          },
        ]);
      },
      expect: ['pot', 'ring'],
    },
    {
      name: 'nobody digs',
      play: ({ collect }) => collect([]),
      expect: [],
    },
    {
      name: 'a rich find',
      play: async ({ collect }) => {
        const beads = new Array<string>(300).fill('bead');
        const found = await collect([finds(...beads)]);
        return found.length;
      },
      expect: 300,
      maxRuns: 3,
    },
  ],
  mistakes: {
    'room-for-a-hundred': {
      verdict: 'deadlock',
      scene: 'a rich find',
      say: 'There is room for a great many finds, and this digger has more. However large the channel, somebody digs deeper: it has to be emptied while they dig.',
    },
    'one-by-one': {
      verdict: 'deadlock',
      scene: 'two diggers with one spade',
      say: 'The first digger waits for the spade, and the one who has it has not been started. All of them have to dig at the same time.',
    },
    'room-for-one-each': {
      verdict: 'deadlock',
      code: /chan<string>\([^)]/,
      say: 'The channel has room for one find from each digger, and this one has found three. You do not know how much they will find: somebody has to receive while they dig.',
    },
    'waits-first': {
      verdict: 'deadlock',
      code: /^ {2}await wg\.wait\(\);[^]*for await/m,
      say: 'collect waits until the digger is done, and the digger waits until somebody takes the coin. Both are right to wait, and neither can go first. Who could wait in place of collect?',
    },
    'one-find-each': {
      verdict: 'deadlock',
      code: /of diggers\) all\.push/,
      say: 'You receive once for each digger. One of them has found three things and another none: the number of diggers is not the number of finds.',
    },
    'nobody-closes': {
      verdict: 'deadlock',
      code: /^(?![^]*close\(\))/,
      say: 'All has been found, the diggers have gone, and collect listens for more. Nobody has told it that there is no more.',
    },
    'everybody-closes': {
      verdict: 'panic',
      code: /dig\(finds\);\s*finds\.close/,
      say: 'Each digger closes when it is done, and the channel belongs to all of them. Only the last may close, and no digger knows that it is the last.',
    },
    'closes-at-once': {
      verdict: 'panic',
      code: /\(\) => finds\.close/,
      say: 'The closer closes before the diggers are done. What does it have to wait for?',
    },
    'counted-too-late': {
      verdict: 'wrong-result',
      code: /wg\.wait\(\);[^]*wg\.(go|add)\(/,
      say: 'The closer is quick: it looks at the count before anybody has been counted, finds zero, and closes. First count all the diggers, then start the one who waits for them.',
    },
    'closer-counts-itself-out': {
      verdict: 'panic',
      message: /negative/,
      say: 'The closer counts itself out by hand, and `wg.go` counts it out once more when it ends. It should never have been in the count.',
    },
    'closer-in-the-count': {
      verdict: 'deadlock',
      code: /wg\.go\(async[^]*wg\.wait\(\)[^]*close\(\)/,
      say: 'The closer waits until everybody in the count is done, and is in the count itself. It waits for its own end.',
    },
  },
});
