/** Counts marbles, shared out among workers. */
export type Adder = (
  marbles: number,
  workers: number,
) => number;

/** Says whether `add` is right for all numbers. */
export function isRight(add: Adder): boolean {
  for (let marbles = 0; marbles <= 20; marbles++) {
    for (let workers = 1; workers <= 6; workers++) {
      if (add(marbles, workers) !== marbles) return false;
    }
  }
  return true;
}
