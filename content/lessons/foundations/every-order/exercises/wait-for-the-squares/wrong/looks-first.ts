import { WaitGroup } from 'happens-before/go';

export async function squares(n: number) {
  const out = new Array<number>(n).fill(-1);
  const wg = new WaitGroup();
  for (let i = 0; i < n; i++) {
    wg.go(async () => {
      out[i] = i * i;
    });
  }
  const copy = [...out];
  await wg.wait();
  return copy;
}
