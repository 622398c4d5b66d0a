import { check } from 'happens-before/check';
import type * as Answer from './solution';

const PAR = 4;

/** Plays the turns, and says what came of them. */
function play(turns: readonly Answer.Who[], rounds: number) {
  const left = { a: 2 * rounds, b: 2 * rounds };
  const read = { a: 0, b: 0 };
  let count = 0;
  let forced = 0;
  for (const [i, who] of turns.entries()) {
    const before = i === 0 ? who : turns[i - 1]!;
    if (before !== who && left[before] > 0) forced += 1;
    if (left[who] === 0) return `${who} has no turn left`;
    if (left[who] % 2 === 0) read[who] = count;
    else count = read[who] + 1;
    left[who] -= 1;
  }
  if (left.a + left.b > 0) return 'somebody has turns left';
  return { count, withinPar: forced <= PAR };
}

const scene = (name: string, rounds: number, count: number) => ({
  name,
  play: ({ turns }: typeof Answer) => play(turns(rounds), rounds),
  expect: { count, withinPar: true },
});

export default check<typeof Answer>({
  scenes: [
    scene('three rounds each', 3, 2),
    scene('two rounds each', 2, 2),
    scene('a single round each', 1, 1),
    scene('eight rounds each', 8, 2),
    {
      name: 'without a call',
      play: ({ lowestWithoutCall }) =>
        [1, 3, 8].map(lowestWithoutCall),
      expect: [2, 6, 16],
    },
  ],
  mistakes: {
    'one-after-the-other': {
      verdict: 'wrong-result',
      scene: 'three rounds each',
      got: { count: 6, withinPar: true },
      say: 'One thread after the other: nothing is lost. Send somebody away while there is an old number in their hands.',
    },
    'one-old-number': {
      verdict: 'wrong-result',
      scene: 'three rounds each',
      got: { count: 3, withinPar: true },
      say: 'Everything that one thread counted is wiped out by the other’s old number. But then that one counts its own rounds on top. Could somebody wipe out those as well?',
    },
    'in-turn': {
      verdict: 'wrong-result',
      scene: 'three rounds each',
      got: { count: 3, withinPar: false },
      say: 'Taking turns loses every second click, and no more. It takes an unfair hand to lose nearly all of them.',
    },
    'for-three-rounds': {
      verdict: 'wrong-result',
      scene: 'eight rounds each',
      say: 'Right for three rounds. With eight, there are more turns to give out. What do the long stretches have to do with the number of rounds?',
    },
    'leaves-turns': {
      verdict: 'wrong-result',
      got: 'somebody has turns left',
      say: 'A low count, since somebody was never let to the end. Everyone gets all of their turns: two per round.',
    },
    'one-turn-too-many': {
      verdict: 'wrong-result',
      got: 'a has no turn left',
      say: 'Somebody is sent to work who has done all of their rounds. Two turns per round, and you have given out more.',
    },
    restless: {
      verdict: 'wrong-result',
      got: { count: 2, withinPar: false },
      say: 'The count is as low as it gets, and you have sent somebody away more often than four times. Which of the switches brings nothing?',
    },
    'forgets-one-round': {
      verdict: 'wrong-result',
      scene: 'a single round each',
      say: 'With one round each, this loses nothing. There is no last round but one to hide in, and there is an even lower count.',
    },
    'loses-without-a-call': {
      verdict: 'wrong-result',
      scene: 'without a call',
      say: 'Who could be sent away with an old number here? Between the read and the write there is neither a call nor a jump back, so in these versions there is no place for a switch.',
    },
  },
});
