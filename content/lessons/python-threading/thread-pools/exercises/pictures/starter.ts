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
  async function weighPage(pictures: string[]) {
    const loads = pictures.map((one) =>
      pool.submit(load, one),
    );
    let sum = 0;
    for (const weight of loads) sum += await weight.result();
    return sum;
  }

  const futures = pages.map((page) =>
    pool.submit(weighPage, page),
  );
  const weights: number[] = [];
  for (const future of futures) {
    weights.push(await future.result());
  }
  return weights;
}
