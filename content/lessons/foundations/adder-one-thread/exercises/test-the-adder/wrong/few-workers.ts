export type Adder = (
  marbles: number,
  workers: number,
) => number;

export function isRight(add: Adder): boolean {
  for (let marbles = 0; marbles <= 100; marbles++) {
    for (let workers = 1; workers <= 3; workers++) {
      if (add(marbles, workers) !== marbles) return false;
    }
  }
  return true;
}
