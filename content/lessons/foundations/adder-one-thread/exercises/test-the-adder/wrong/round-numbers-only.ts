export type Adder = (
  marbles: number,
  workers: number,
) => number;

export function isRight(add: Adder): boolean {
  return add(100, 4) === 100 && add(1000, 8) === 1000;
}
