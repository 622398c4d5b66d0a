import { asCompleted, type ThreadPoolExecutor } from 'happens-before/threading';

export type Load = (picture: string) => Promise<number>;

/** The weight of each page: the sum over its pictures. */
export async function weigh(
  pool: ThreadPoolExecutor,
  pages: string[][],
  load: Load,
) {
  const loads = pages.map((pictures) =>
    pictures.map((one) => pool.submit(load, one)),
  );
  const all = asCompleted(loads.flat());
  const weights: number[] = [];
  for (const ofPage of loads) {
    let sum = 0;
    for (const _ of ofPage) {
      const next = await all.next();
      sum += await next.value!.result();
    }
    weights.push(sum);
  }
  return weights;
}
