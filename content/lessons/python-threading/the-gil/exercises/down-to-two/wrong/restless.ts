export type Who = 'a' | 'b';

const times = (n: number, who: Who): Who[] =>
  Array.from({ length: n }, () => who);

export function turns(rounds: number): Who[] {
  if (rounds === 1) return ['a', 'b', 'b', 'a'];
  const order: Who[] = ['a'];
  for (let i = 1; i < rounds; i += 1) order.push('b', 'b');
  order.push('a', 'b');
  for (let i = 1; i < rounds - 1; i += 1) order.push('a', 'a');
  return ['b', 'a', ...order.slice(2), 'a', 'a', 'b'];
}

export function lowestWithoutCall(rounds: number) {
  return 2 * rounds;
}
