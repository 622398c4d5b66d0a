import { check } from 'happens-before/check';
import type * as Answer from './solution';

/** Runs a second of it, millisecond by millisecond. */
function second(
  { procsFor }: typeof Answer,
  container: Answer.Container,
  load: { always: number; crowd: number },
) {
  // Worked out, and not run: who runs on which processor is not the question here.
  const procs = procsFor(container);
  // GOMAXPROCS is a whole number.
  const atOnce = Math.min(Math.trunc(procs), container.cores);
  let [ready, pause, longest, left] = [0, 0, 0, 0];
  for (let now = 0; now < 1000; now++) {
    if (now % 100 === 0) left = container.allowance;
    // Requests come all the time, and twice in the second a crowd of them.
    if (now % 10 === 0) ready += load.always * (0.9 + Math.random() / 5);
    if (now % 500 === 0) ready += load.crowd;
    const runs = Math.min(atOnce, left, ready);
    pause = ready > 0 && runs === 0 ? pause + 1 : 0;
    longest = Math.max(longest, pause);
    ready -= runs;
    left -= runs;
  }
  return {
    'stands still, in ms': longest,
    'ms of work left over': Math.round(ready),
    processors: procs,
  };
}

const scene = (
  name: string,
  container: Answer.Container,
  load: { always: number; crowd: number },
  processors: number,
  still: number,
) => ({
  name,
  play: async (answer: typeof Answer) =>
    second(answer, container, load),
  limits: {
    'stands still, in ms': { atMost: still },
    'ms of work left over': { atMost: 100 },
    processors: { atMost: processors },
  },
  seeds: [1, 2, 3, 4, 5],
});

export default check<typeof Answer>({
  scenes: [
    scene(
      'a little more than two',
      { allowance: 240, cores: 16 },
      { always: 11, crowd: 600 },
      16,
      20,
    ),
    scene(
      'exactly four',
      { allowance: 400, cores: 64 },
      { always: 18, crowd: 1000 },
      64,
      5,
    ),
    scene(
      'a small machine',
      { allowance: 800, cores: 4 },
      { always: 18, crowd: 1000 },
      4,
      5,
    ),
  ],
  mistakes: {
    none: {
      verdict: 'wrong-result',
      scene: 'a little more than two',
      code: /return (-\d+|0);/,
      say: 'Without a processor nothing runs, all second long. (Go itself takes a zero for a question: `GOMAXPROCS(0)` gives the number, and changes nothing.)',
    },
    'as-many-as-cores': {
      verdict: 'wrong-result',
      scene: 'a little more than two',
      got: ['stands still, in ms'],
      code: /return cores;/,
      say: 'This was Go’s own choice up to 1.24. Sixteen threads use up the 240 ms of CPU time in 15, and for the rest of the period nobody in the container moves, not even to say that it is alive.',
    },
    one: {
      verdict: 'wrong-result',
      scene: 'a little more than two',
      got: ['ms of work left over'],
      code: /(\?|return) 1\b/,
      say: 'It never stands still, and it never catches up. One processor can use 100 ms of each 100.',
    },
    'rounds-down': {
      verdict: 'wrong-result',
      scene: 'a little more than two',
      got: ['ms of work left over'],
      say: 'Never a pause, and a sixth of the allowance is never used: two processors cannot use 240 ms in 100. Here that sixth is what the crowds would have needed.',
    },
    'twice-as-many': {
      verdict: 'wrong-result',
      scene: 'a little more than two',
      got: ['stands still, in ms'],
      code: /\* 2\b/,
      say: 'More processors do not get more CPU time out of the container. They use it up sooner, and then all of them wait for the next period.',
    },
    'one-to-spare': {
      verdict: 'wrong-result',
      scene: 'a little more than two',
      got: ['stands still, in ms'],
      say: 'One too many: in a crowd, four use up 240 ms after 60, and stand still for 40. How long do three?',
    },
    'forgets-the-machine': {
      verdict: 'wrong-result',
      scene: 'a small machine',
      got: ['processors'],
      say: 'The container may use more than the machine has. Threads that share a core are not more of it.',
    },
  },
});
