import { check } from 'happens-before/check';
import { chan, go, now, sleep, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** Takes six orders, and says how long the sixth one waits. */
async function serve({ kitchenFor }: typeof Answer, load: Answer.Load) {
  const { every, chop, simmer } = load;
  const { cooks, rings } = kitchenFor(load);
  const board = chan<string>(cooks);
  const stove = chan<string>(rings);
  const served = chan<number>(6);

  async function soup(name: string) {
    const ordered = now();
    await board.send(name);
    await sleep(chop);
    await board.receive();
    await stove.send(name);
    await sleep(simmer);
    await stove.receive();
    await served.send(now() - ordered - chop - simmer);
  }

  for (let n = 1; n <= 6; n++) {
    go(`soup ${n}`, soup, `soup ${n}`);
    await sleep(every);
  }
  let lastWaits = 0;
  for (let n = 1; n <= 6; n++) lastWaits = (await served.receive())!;
  return { cooks, rings, lastWaits };
}

const scene = (
  name: string,
  load: Answer.Load,
  cooks: number,
  rings: number,
) => ({
  name,
  timers: 'patient' as const,
  play: async (answer: typeof Answer) => await serve(answer, load),
  expect: { cooks, rings, lastWaits: 0 },
});

export default check<typeof Answer>({
  scenes: [
    scene('every ten minutes', { every: 10, chop: 13, simmer: 28 }, 2, 3),
    scene('exactly enough', { every: 10, chop: 20, simmer: 30 }, 2, 3),
    scene('a quiet day', { every: 40, chop: 7, simmer: 29 }, 1, 1),
    scene('a lot to chop', { every: 5, chop: 17, simmer: 7 }, 4, 2),
  ],
  mistakes: {
    'one-each': {
      verdict: 'wrong-result',
      got: { cooks: 1, rings: 1, lastWaits: 90 },
      say: 'One cook and one ring: the sixth soup waits an hour and a half, and the tenth would wait longer. A queue that grows with every guest is a kitchen that is too small.',
    },
    'rounds-down': {
      verdict: 'wrong-result',
      got: { cooks: 1, rings: 2, lastWaits: 19 },
      say: 'Rounded down, nearly enough is taken for enough. What cannot be done in time is left over, and the next guest adds to it.',
    },
    'rounds-to-the-nearest': {
      verdict: 'wrong-result',
      got: { cooks: 1, rings: 3, lastWaits: 15 },
      say: 'The rings suffice. But 1.3 cooks became one, and one cook falls three minutes further behind with every soup.',
    },
    'cooks-only': {
      verdict: 'wrong-result',
      got: { cooks: 5, rings: 1, lastWaits: 90 },
      say: 'Five cooks stand around one ring. The soups wait as long as with one cook: look which of the two queues they wait in.',
    },
    'cooks-watch-the-soup': {
      verdict: 'wrong-result',
      got: { cooks: 5, rings: 3, lastWaits: 0 },
      say: 'Nobody waits, except for three of your cooks: they are paid to watch soup simmer. For how long does a soup need a cook?',
    },
    'as-many-rings-as-cooks': {
      verdict: 'wrong-result',
      got: { cooks: 3, rings: 3, lastWaits: 0 },
      say: 'As many cooks as rings looks tidy, but a soup does not need both for the same time. Count the two apart.',
    },
    'one-to-spare': {
      verdict: 'wrong-result',
      scene: 'exactly enough',
      got: { cooks: 3, rings: 4, lastWaits: 0 },
      say: 'Right whenever a little is left over. Here the sum comes out even: the soup is done at the very minute when the next one is ordered, and you still pay for one more.',
    },
  },
});
