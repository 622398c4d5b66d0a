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
    let sum = 0;
    for (const one of pictures) {
      sum += await pool.submit(load, one).result();
    }
    weights.push(sum);
  }
  return weights;
}
