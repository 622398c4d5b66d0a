import { check } from 'happens-before/check';
import { chan, go, type Chan } from 'happens-before/go';
import type * as Answer from './solution';

async function talk(line: Chan<string>, ...words: string[]) {
  for (const word of words) await line.send(word);
  line.close();
}

/** What is heard if both talk at will, sorted. */
const heard = (left: string[], right: string[]) => ({
  async play({ listen }: typeof Answer) {
    const [a, b] = [chan<string>(), chan<string>()];
    go('left', talk, a, ...left);
    go('right', talk, b, ...right);
    const words = [...(await listen(a, b))];
    return words.sort();
  },
  expect: [...left, ...right].sort(),
  maxSteps: 100,
});

export default check<typeof Answer>({
  scenes: [
    { name: 'right has nothing to say', ...heard(['hello'], []) },
    { name: 'left has nothing to say', ...heard([], ['good day']) },
    { name: 'a word each', ...heard(['one'], ['two']) },
    { name: 'an empty word', ...heard(['', 'well'], []) },
    {
      name: 'left waits for an answer',
      async play({ listen }) {
        const [a, b] = [chan<string>(), chan<string>()];
        const told = chan<void>(1);
        go('left', async () => {
          await a.send('are you there?');
          await told.receive();
          await talk(a, 'bye');
        });
        go('right', async () => {
          await b.send('yes');
          await told.send();
          await talk(b);
        });
        const words = [...(await listen(a, b))];
        return words.sort();
      },
      expect: ['are you there?', 'bye', 'yes'],
      maxSteps: 100,
    },
    {
      name: 'left comes late',
      async play({ listen }) {
        const [a, b] = [chan<string>(), chan<string>()];
        const told = chan<void>(1);
        go('left', async () => {
          await told.receive();
          await talk(a, 'here I am');
        });
        go('right', async () => {
          await b.send('anybody there?');
          await told.send();
          await talk(b);
        });
        const words = [...(await listen(a, b))];
        return words.sort();
      },
      expect: ['anybody there?', 'here I am'],
      maxSteps: 100,
    },
  ],
  mistakes: {
    'gives-up': {
      verdict: 'wrong-result',
      code: /\b(after|sleep)\(/,
      say: 'Nobody spoke for a while, and you put down the receiver. In one order somebody was about to begin. Silence is not an end; a closed line is.',
    },
    'counts-to-two': {
      verdict: 'wrong-result',
      code: /(\+= 1|\+\+)/,
      say: 'You heard twice that somebody had hung up, and it was the same one both times: a closed line says so in every round. Which of the two was it, and how do you keep it from saying it again?',
    },
    'one-is-enough': {
      verdict: 'wrong-result',
      scene: 'right has nothing to say',
      code: /&&/,
      say: 'You listen only while both lines are open, so the first to hang up ends it for the other. It should go on while *at least one* is open.',
    },
    'empty-is-over': {
      verdict: 'wrong-result',
      scene: 'an empty word',
      say: 'Somebody said an empty word, and you took it for the end. The value cannot tell you; what comes beside it, can.',
    },
    'only-skips': {
      verdict: 'livelock',
      say: 'A closed line is ready in every round. You skip what it gives, and it is ready again, at once and for ever. It should drop out of the choice.',
    },
    'one-then-the-other': {
      verdict: 'deadlock',
      scene: 'left waits for an answer',
      say: 'You hear the left line to its end before you listen to the right one. Here the left one waits until the right one has spoken, and it cannot speak to somebody who does not listen.',
    },
    'by-turns': {
      verdict: 'deadlock',
      scene: 'left comes late',
      say: 'You hear one word of the left line, one of the right, and so on. That suits two who take turns. Here the right one begins, and you wait for the left one, who waits for it too.',
    },
    'never-ends': {
      verdict: 'deadlock',
      scene: 'right has nothing to say',
      say: 'Both have hung up, neither case will ever be ready again, and you listen to the silence. When is it time to leave the loop?',
    },
    'two-ears': {
      verdict: 'race',
      say: 'Two goroutines hear everything, and nobody is left waiting. But they write into one list at the same moment. A `select` hears two lines with one task.',
    },
  },
});
