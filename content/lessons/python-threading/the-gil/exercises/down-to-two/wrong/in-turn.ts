export type Who = 'a' | 'b';

const times = (n: number, who: Who): Who[] =>
  Array.from({ length: n }, () => who);

export function turns(rounds: number): Who[] {
  return times(2 * rounds, 'a').flatMap((a): Who[] => [a, 'b']);
}

export function lowestWithoutCall(rounds: number) {
  return 2 * rounds;
}
