/** Counts marbles, shared out among workers. */
export type Adder = (
  marbles: number,
  workers: number,
) => number;

/** Says whether `add` is right for all numbers. */
export function isRight(add: Adder): boolean {
  return add(100, 4) === 100;
}
