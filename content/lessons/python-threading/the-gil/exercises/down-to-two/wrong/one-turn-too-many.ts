export type Who = 'a' | 'b';

const times = (n: number, who: Who): Who[] =>
  Array.from({ length: n }, () => who);

export function turns(rounds: number): Who[] {
  return [
    'a',
    ...times(2 * rounds, 'b'),
    ...times(2 * rounds, 'a'),
  ];
}

export function lowestWithoutCall(rounds: number) {
  return 2 * rounds;
}
