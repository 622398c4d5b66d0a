import { check } from 'happens-before/check';
import { chan, go, otherwise, select, sleep, WaitGroup } from
  'happens-before/go';
import type * as Answer from './solution';

/** A day with so many photos, in bursts of so many. */
async function day(
  { workers, room }: { workers: number; room: number },
  photos: number,
  burst: number,
) {
  const waiting = chan<number>(room);
  const wg = new WaitGroup();
  let [atWork, lost, refused] = [0, 0, 0];
  for (let i = 0; i < workers; i++) {
    wg.go(async () => {
      for await (const _ of waiting) {
        atWork++;
        if (atWork > 6) refused++;
        else await sleep(45);
        atWork--;
      }
    });
  }
  // The workers are all at the door before the first photo comes.
  await sleep(1);
  for (let photo = 0; photo < photos; photo++) {
    const isTaken = await select(
      waiting.onSend(photo, () => true),
      otherwise(() => false),
    );
    if (!isTaken) lost++;
    const isLast = photo % burst === burst - 1;
    await sleep(isLast ? burst * 10 - burst + Math.random() : 1);
  }
  waiting.close();
  await wg.wait();
  return { lost, refused, MB: (workers + room) * 20 };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'bursts of five',
      play: ({ config }) => day(config, 30, 5),
      limits: {
        lost: { atMost: 0 },
        refused: { atMost: 0 },
        MB: { atMost: 200 },
      },
      timers: 'patient',
      allowRaces: true,
      seeds: [1, 2, 3, 4, 5],
      maxRuns: 1,
    },
    {
      name: 'bursts of ten',
      play: ({ config }) => day(config, 30, 10),
      limits: {
        lost: { atMost: 0 },
        refused: { atMost: 0 },
        MB: { atMost: 200 },
      },
      timers: 'patient',
      allowRaces: true,
      seeds: [1, 2, 3, 4, 5],
      maxRuns: 1,
    },
  ],
  mistakes: {
    'a-place-for-each': {
      verdict: 'wrong-result',
      got: ['MB'],
      say: 'Nothing is lost, and nothing is refused: every photo finds a place, and the memory for it is not there. A queue that never fills up has only moved the limit to where nobody looks.',
    },
    'a-worker-for-each': {
      verdict: 'wrong-result',
      got: ['refused'],
      say: 'Ten workers knock, and the server lets six in. More workers than the narrowest place behind them only make a crowd in front of it.',
    },
    'four-and-a-half': {
      verdict: 'wrong-result',
      scene: 'bursts of five',
      code: /workers: [1-4],/,
      say: 'More comes in than goes out, and the waiting room fills up, sooner or later. No size of it helps against that. How many uploads are under way on average?',
    },
    'no-waiting-room': {
      verdict: 'wrong-result',
      code: /room: [0-2],/,
      say: 'On average the workers keep up, and a burst is not an average. Who comes while all are at work needs somewhere to stand.',
    },
    'one-too-few': {
      verdict: 'wrong-result',
      scene: 'bursts of ten',
      got: ['lost'],
      say: 'Bursts of five fit, and a burst of ten does not, by a place. You have memory left.',
    },
  },
});
