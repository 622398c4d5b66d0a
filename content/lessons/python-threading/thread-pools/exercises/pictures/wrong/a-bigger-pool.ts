import { ThreadPoolExecutor } from 'happens-before/threading';

export type Load = (picture: string) => Promise<number>;

/** The weight of each page: the sum over its pictures. */
export async function weigh(
  pool: ThreadPoolExecutor,
  pages: string[][],
  load: Load,
) {
  const bigger = new ThreadPoolExecutor(20);
  const loads = pages.map((pictures) =>
    pictures.map((one) => bigger.submit(load, one)),
  );
  const weights: number[] = [];
  for (const ofPage of loads) {
    let sum = 0;
    for (const weight of ofPage) sum += await weight.result();
    weights.push(sum);
  }
  return weights;
}
