import { check } from 'happens-before/check';
import { atomic, chan } from 'happens-before/go';
import type * as Answer from './solution';

const bracket = async (letter: string) => `<${letter}>`;
const brackets = (letters: string[]) =>
  letters.map((letter) => `<${letter}>`);
const many = Array.from({ length: 24 }, (_, i) => `${i}`);

export default check<typeof Answer>({
  scenes: [
    {
      name: 'more letters than there is room for',
      play: ({ translateAll }) => translateAll(many, 1, bracket),
      expect: brackets(many),
      maxRuns: 100,
    },
    {
      name: 'three letters, two desks',
      play: ({ translateAll }) =>
        translateAll(['x', 'y', 'z'], 2, bracket),
      expect: ['<x>', '<y>', '<z>'],
    },
    {
      name: 'no letters',
      play: ({ translateAll }) => translateAll([], 2, bracket),
      expect: [],
    },
    {
      name: 'one desk, one letter at a time',
      async play({ translateAll }) {
        const open = new atomic.Int32();
        let most = 0;
        await translateAll(['p', 'q', 'r'], 1, async (letter) => {
          most = Math.max(most, open.add(1));
          open.add(-1);
          return letter;
        });
        return most;
      },
      expect: 1,
      allowRaces: true,
    },
    {
      name: 'a long letter, and two that go together',
      async play({ translateAll }) {
        const word = chan<string>();
        const reply = chan<string>();
        return await translateAll(['long', 'b', 'c'], 2, async (letter) => {
          if (letter === 'b') return 'B';
          if (letter === 'c') {
            await word.send('yes');
            return `C ${await reply.receive()}`;
          }
          const heard = await word.receive();
          await reply.send('too');
          return `LONG ${heard}`;
        });
      },
      expect: ['LONG yes', 'B', 'C too'],
    },
  ],
  mistakes: {
    'room-for-ten': {
      verdict: 'deadlock',
      code: /chan<\w+>\(\d\d+\)/,
      say: 'Ten places, and a crowd of letters that is larger still. Room moves the wall, and does not take it away. Who could read pages while letters are still handed out?',
    },
    'waits-before-it-collects': {
      verdict: 'deadlock',
      code: /atWork\.wait\(\)[\s\S]*for await \(const \{/,
      say: 'The desks wait for somebody who reads their pages, and the only one who would read them waits for the desks to be done. Which of the two waits could be somebody else’s?',
    },
    'nobody-closes': {
      verdict: 'deadlock',
      code: /^(?![\s\S]*pages\.close)/,
      scene: 'more letters than there is room for',
      say: 'All pages are there, and the loop waits for one more. It ends when `pages` is closed. Who knows when the last page has been sent?',
    },
    'one-after-another': {
      verdict: 'deadlock',
      scene: 'a long letter, and two that go together',
      code: /^(?![\s\S]*\bgo\()/,
      say: 'One letter after another, however many desks there are. The first letter needs a word from the third, which nobody has begun.',
    },
    'in-rounds': {
      verdict: 'deadlock',
      scene: 'a long letter, and two that go together',
      say: 'A desk is free, and the third letter is not begun: it waits for its round, or for the desk that it was meant for. Let whoever is free take the next one.',
    },
    'every-desk-closes': {
      verdict: 'wrong-result',
      code: /pages\.send[^;]*;\s*\}\s*pages\.close/,
      say: 'Each desk closes the channel of pages when it has no more letters. The other may still have a page in hand, and will close it once more. Who knows when *all* desks are done?',
    },
    'closes-after-loading': {
      verdict: 'wrong-result',
      code: /jobs\.close\(\);\s*pages\.close/,
      say: 'All letters have been handed out, which does not mean that all pages have come back. The channel of pages is closed while a desk may still hold one.',
    },
    'a-desk-for-each': {
      verdict: 'wrong-result',
      scene: 'one desk, one letter at a time',
      say: 'Each letter gets a goroutine of its own, so there is no limit to how many are translated at a time. There should be as many goroutines as desks.',
    },
    'in-order-of-arrival': {
      verdict: 'wrong-result',
      scene: 'three letters, two desks',
      say: 'The pages lie in the order in which they came back. A page has to say which letter it belongs to, and so the desk has to be told.',
    },
  },
});
