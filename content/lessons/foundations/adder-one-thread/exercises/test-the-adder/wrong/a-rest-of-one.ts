export type Adder = (
  marbles: number,
  workers: number,
) => number;

export function isRight(add: Adder): boolean {
  return add(10, 3) === 10;
}
