export type Who = 'a' | 'b';

const times = (n: number, who: Who): Who[] =>
  Array.from({ length: n }, () => who);

export function turns(rounds: number): Who[] {
  const most = 2 * (rounds - 1);
  return [
    'a',
    ...times(most, 'b'),
    'a',
    'b',
    ...times(most, 'a'),
    'b',
  ];
}

export function lowestWithoutCall(rounds: number) {
  return 2 * rounds;
}
