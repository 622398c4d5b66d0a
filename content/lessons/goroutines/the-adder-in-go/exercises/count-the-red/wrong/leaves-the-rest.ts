import { chan, go } from 'happens-before/go';

type Look = (marble: string) => Promise<boolean>;

export async function countRed(
  boxes: string[][],
  workers: number,
  isRed: Look,
) {
  const counts = chan<number>();
  const each = Math.floor(boxes.length / workers);
  for (let worker = 0; worker < workers; worker++) {
    go(async () => {
      const from = worker * each;
      let red = 0;
      for (const box of boxes.slice(from, from + each)) {
        for (const marble of box) {
          if (await isRed(marble)) red += 1;
        }
      }
      await counts.send(red);
    });
  }
  let total = 0;
  for (let worker = 0; worker < workers; worker++) {
    total += (await counts.receive()) ?? 0;
  }
  return total;
}
