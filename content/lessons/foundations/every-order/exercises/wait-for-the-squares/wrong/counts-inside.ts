import { go, WaitGroup } from 'happens-before/go';

export async function squares(n: number) {
  const out = new Array<number>(n).fill(-1);
  const wg = new WaitGroup();
  for (let i = 0; i < n; i++) {
    go(async () => {
      wg.add(1);
      out[i] = i * i;
      wg.done();
    });
  }
  await wg.wait();
  return [...out];
}
