import { go, sleep } from 'happens-before/go';

export async function squares(n: number) {
  const out = new Array<number>(n).fill(-1);
  for (let i = 0; i < n; i++) {
    go('square', async () => {
      out[i] = i * i;
    });
  }
  await sleep(1000);
  return [...out];
}
