import { WaitGroup } from 'happens-before/go';

/** The squares of 0 to n − 1, each found by a task. */
export async function squares(n: number) {
  const out = new Array<number>(n).fill(-1);
  const wg = new WaitGroup();
  for (let i = 0; i < n; i++) {
    wg.go(async () => {
      out[i] = i * i;
    });
  }
  return [...out];
}
