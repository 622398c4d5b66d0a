import { chan, go } from 'happens-before/go';

type Look = (marble: string) => Promise<boolean>;

export async function countRed(
  boxes: string[][],
  workers: number,
  isRed: Look,
) {
  const counts = chan<number>();
  for (const box of boxes) {
    go(async () => {
      let red = 0;
      for (const marble of box) {
        if (await isRed(marble)) red += 1;
      }
      await counts.send(red);
    });
  }
  let total = 0;
  for (const _ of boxes) {
    total += (await counts.receive()) ?? 0;
  }
  return total;
}
