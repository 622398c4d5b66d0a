import { Mutex, WaitGroup } from 'happens-before/go';

type Look = (marble: string) => Promise<boolean>;

export async function countRed(
  boxes: string[][],
  workers: number,
  isRed: Look,
) {
  const all = new WaitGroup();
  const lock = new Mutex();
  let total = 0;
  for (let worker = 0; worker < workers; worker++) {
    all.go(async () => {
      await lock.lock();
      for (let at = worker; at < boxes.length; at += workers) {
        for (const marble of boxes[at]!) {
          if (await isRed(marble)) total += 1;
        }
      }
      lock.unlock();
    });
  }
  await all.wait();
  return total;
}
