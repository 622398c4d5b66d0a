import { chan, go } from 'happens-before/go';

type Look = (marble: string) => Promise<boolean>;

export async function countRed(
  boxes: string[][],
  workers: number,
  isRed: Look,
) {
  const counts = chan<number>();
  for (let worker = 0; worker < workers; worker++) {
    go(async () => {
      let seen = 0;
      let red = 0;
      for (let at = worker; at < boxes.length; at += workers) {
        for (const marble of boxes[at]!) {
          seen += 1;
          if (await isRed(marble)) red += 1;
        }
      }
      await counts.send(seen);
    });
  }
  let total = 0;
  for (let worker = 0; worker < workers; worker++) {
    total += (await counts.receive()) ?? 0;
  }
  return total;
}
