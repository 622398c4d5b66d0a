import { check } from 'happens-before/check';
import { anyOf, chan, go } from 'happens-before/go';
import type * as Answer from './solution';

/** One evening: the cooks send, and the waiter takes, or is called away at some point. */
async function serve(
  { roomFor }: typeof Answer,
  evening: Answer.Evening,
) {
  const { cooks, takes, mayLeave } = evening;
  const room = roomFor(evening);
  const shelf = chan<string>(room);
  for (let n = 1; n <= cooks; n++) {
    go(`cook ${n}`, async () => {
      await shelf.send(`dish ${n}`);
    });
  }
  const stays = Array.from({ length: takes + 1 }, (_, n) => n);
  const taken = mayLeave ? await anyOf(stays) : takes;
  for (let n = 1; n <= taken; n++) await shelf.receive();
  return { 'places on the shelf': room };
}

const scene = (name: string, evening: Answer.Evening, room: number) => ({
  name,
  play: async (answer: typeof Answer) => await serve(answer, evening),
  limits: { 'places on the shelf': { atMost: room } },
});

export default check<typeof Answer>({
  scenes: [
    scene('the first of three', { cooks: 3, takes: 1, mayLeave: false }, 2),
    scene('both', { cooks: 2, takes: 2, mayLeave: false }, 0),
    scene('may be called away', { cooks: 2, takes: 1, mayLeave: true }, 2),
  ],
  mistakes: {
    'no-room': {
      verdict: 'leak',
      scene: 'the first of three',
      code: /return (mayLeave \? 0 : )?0;/,
      say: 'A send without room takes two. The waiter comes once, and two cooks stand there with a dish in their hands.',
    },
    one: {
      verdict: 'leak',
      scene: 'the first of three',
      code: /[?:] 1\b|return 1;/,
      say: 'One dish is taken, and one more is put down. Who is the third cook, and where does the dish go?',
    },
    'as-many-as-taken': {
      verdict: 'leak',
      scene: 'the first of three',
      say: 'What is taken needs no room in the end. Room is for those who are *not* received: how many are they at most?',
    },
    'one-for-each-cook': {
      verdict: 'wrong-result',
      scene: 'the first of three',
      say: 'Nobody is ever left standing, and each place costs. The waiter is sure to take some of the dishes out of a hand.',
    },
    'one-too-many': {
      verdict: 'wrong-result',
      say: 'A place stays empty, whatever happens, and it was paid for. How many dishes are left over on the worst evening?',
    },
    'nobody-leaves': {
      verdict: 'leak',
      scene: 'may be called away',
      code: /return cooks - takes;/,
      say: 'Right as long as the waiter comes. In the order below he is called away before he has taken anything, and nobody told the cooks.',
    },
    'one-may-be-taken': {
      verdict: 'leak',
      scene: 'may be called away',
      say: 'A waiter who may leave may leave at once, with nothing in his hands. The room has to do for the worst evening.',
    },
  },
});
