export type Who = 'a' | 'b';

/** Who goes when. Each turn is half a round: read, or write. */
export function turns(rounds: number): Who[] {
  const order: Who[] = [];
  for (let i = 0; i < 2 * rounds; i += 1) order.push('a');
  for (let i = 0; i < 2 * rounds; i += 1) order.push('b');
  return order;
}

/** The lowest count if nothing is called. */
export function lowestWithoutCall(rounds: number) {
  return rounds;
}
