export type Who = 'a' | 'b';

const times = (n: number, who: Who): Who[] =>
  Array.from({ length: n }, () => who);

export function turns(rounds: number): Who[] {
  if (rounds === 1) return ['a', 'b', 'b', 'a'];
  return ['a', ...times(2 * rounds, 'b'), 'a'];
}

export function lowestWithoutCall(rounds: number) {
  return 2 * rounds;
}
