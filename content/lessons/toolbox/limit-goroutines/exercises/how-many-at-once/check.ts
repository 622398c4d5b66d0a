import { check } from 'happens-before/check';
import type * as Answer from './solution';

/** A day with so many photos, in bursts of so many. */
function day(
  { workers, room }: { workers: number; room: number },
  photos: number,
  burst: number,
) {
  // Worked out, and not run: goroutines would have orders without end, and the order is not the question here.
  const freeAt = Array.from({ length: workers }, () => 0);
  let [now, waiting, lost, refused] = [0, 0, 0, 0];
  function start(at: number) {
    const worker = freeAt.indexOf(Math.min(...freeAt));
    const begin = Math.max(at, freeAt[worker]!);
    const isRefused = freeAt.filter((time) => time > begin).length >= 6;
    if (isRefused) refused++;
    freeAt[worker] = begin + (isRefused ? 0 : 45);
  }
  for (let photo = 1; photo <= photos; photo++) {
    for (; waiting > 0 && Math.min(...freeAt) <= now; waiting--) start(0);
    if (Math.min(...freeAt) <= now) start(now);
    else if (waiting < room) waiting++;
    else lost++;
    const isLast = photo % burst === 0;
    now += isLast ? burst * 9 + 1 + Math.random() : 1;
  }
  for (; waiting > 0; waiting--) start(0);
  return { lost, refused, MB: (workers + room) * 20 };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'bursts of five',
      play: async ({ config }) => day(config, 40, 5),
      limits: {
        lost: { atMost: 0 },
        refused: { atMost: 0 },
        MB: { atMost: 200 },
      },
      seeds: [1, 2, 3, 4, 5],
    },
    {
      name: 'bursts of ten',
      play: async ({ config }) => day(config, 40, 10),
      limits: {
        lost: { atMost: 0 },
        refused: { atMost: 0 },
        MB: { atMost: 200 },
      },
      seeds: [1, 2, 3, 4, 5],
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
