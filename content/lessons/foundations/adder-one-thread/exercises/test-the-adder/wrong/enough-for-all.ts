export type Adder = (
  marbles: number,
  workers: number,
) => number;

export function isRight(add: Adder): boolean {
  for (let workers = 1; workers <= 6; workers++) {
    for (let marbles = workers; marbles <= 20; marbles++) {
      if (add(marbles, workers) !== marbles) return false;
    }
  }
  return true;
}
