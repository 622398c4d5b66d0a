export type Who = 'a' | 'b';

const times = (n: number, who: Who): Who[] =>
  Array.from({ length: n }, () => who);

/** Who goes when. Each turn is half a round: read, or write. */
export function turns(rounds: number): Who[] {
  if (rounds === 1) return ['a', 'b', 'b', 'a'];
  const most = 2 * (rounds - 1);
  return [
    'a', // reads 0
    ...times(most, 'b'), // all but the last round
    'a', // writes 1
    'b', // reads 1 in its last round
    ...times(most, 'a'), // the rest
    'b', // writes 2
  ];
}

/** The lowest count if nothing is called. */
export function lowestWithoutCall(rounds: number) {
  return 2 * rounds;
}
