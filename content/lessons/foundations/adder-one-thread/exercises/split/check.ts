import { check } from 'happens-before/check';
import type * as Answer from './solution';

/** The parts as texts, and how far their sizes are apart. */
function parted(
  { split }: typeof Answer,
  marbles: string,
  parts: number,
) {
  const lists = split([...marbles], parts);
  const sizes = lists.map(({ length }) => length);
  return {
    all: lists.map((list) => list.join('')).join(''),
    parts: lists.length,
    apart: Math.max(...sizes) - Math.min(...sizes),
  };
}

const scene = (
  name: string,
  all: string,
  parts: number,
  apart: number,
) => ({
  name,
  play: (answer: typeof Answer) => parted(answer, all, parts),
  expect: { all, parts, apart },
});

export default check<typeof Answer>({
  scenes: [
    scene('ten marbles, four parts', 'rrbbgyryxw', 4, 1),
    scene('ten marbles, three parts', 'abcdefghij', 3, 1),
    scene('eleven marbles, four parts', 'abcdefghijk', 4, 1),
    scene('twelve marbles, four parts', 'bbbbrrrryyyy', 4, 0),
    scene('more parts than marbles', 'ab', 5, 1),
    scene('no marbles', '', 2, 0),
  ],
  mistakes: {
    'rounds-down': {
      verdict: 'wrong-result',
      got: { all: 'rrbbgyry', parts: 4, apart: 0 },
      say: 'The parts are even, and the last two marbles are in none of them. What is left over after rounding down has to go somewhere.',
    },
    'one-part-more': {
      verdict: 'wrong-result',
      got: { all: 'rrbbgyryxw', parts: 5, apart: 0 },
      say: 'No marble is lost, but there are five parts now, and four workers. Nobody takes the fifth.',
    },
    'deals-them-out': {
      verdict: 'wrong-result',
      got: { all: 'rgxrywbrby', parts: 4, apart: 1 },
      say: 'Dealt out like cards, the sizes are right and nothing is lost. But each part should be one piece of the list, in its order.',
    },
    'counts-the-end-twice': {
      verdict: 'wrong-result',
      code: /\+ 1\) \+ 1/,
      say: 'Some marbles are counted twice: a part ends with the marble that the next one begins with. Does `slice` include its end?',
    },
    'rounds-up': {
      verdict: 'wrong-result',
      code: /Math\.ceil\(/,
      say: 'Rounded up, the first parts take so much that the last one gets the leftovers, or nothing. Look at how far the sizes are apart.',
    },
    'rounds-to-the-nearest': {
      verdict: 'wrong-result',
      code: /Math\.round\(/,
      say: 'Rounding to the nearest loses a marble when it rounds down, and starves the last part when it rounds up. No single size fits all parts.',
    },
    'last-takes-the-rest': {
      verdict: 'wrong-result',
      code: /parts - 1/,
      say: 'Nothing is lost: the last part takes whatever is left. With many parts that can be nearly twice as much as the others have, and everybody waits for that one worker.',
    },
  },
});
