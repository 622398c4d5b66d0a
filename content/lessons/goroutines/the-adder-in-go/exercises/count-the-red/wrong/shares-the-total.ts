import { WaitGroup } from 'happens-before/go';

type Look = (marble: string) => Promise<boolean>;

export async function countRed(
  boxes: string[][],
  workers: number,
  isRed: Look,
) {
  const all = new WaitGroup();
  let total = 0;
  for (let worker = 0; worker < workers; worker++) {
    all.go(async () => {
      for (let at = worker; at < boxes.length; at += workers) {
        for (const marble of boxes[at]!) {
          if (await isRed(marble)) total += 1;
        }
      }
    });
  }
  await all.wait();
  return total;
}
