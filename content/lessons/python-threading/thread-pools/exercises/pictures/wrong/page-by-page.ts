import {
  type ThreadPoolExecutor,
} from 'happens-before/threading';

export type Load = (picture: string) => Promise<number>;


/** The weight of each page: the sum over its pictures. */
export async function weigh(
  pool: ThreadPoolExecutor,
  pages: string[][],
  load: Load,
) {
  const weights: number[] = [];
  for (const pictures of pages) {
    const loads = pictures.map((one) => pool.submit(load, one));
    let sum = 0;
    for (const weight of loads) sum += await weight.result();
    weights.push(sum);
  }
  return weights;
}
