export type Adder = (
  marbles: number,
  workers: number,
) => number;

export function isRight(add: Adder): boolean {
  for (let marbles = 1; marbles <= 20; marbles++) {
    for (let workers = 1; workers <= 6; workers++) {
      if (add(marbles, workers) !== marbles) return false;
    }
  }
  return true;
}
