import { Queue, Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;

export async function countAll(boxes: string[], open: Open) {
  const jobs = new Queue<string>();
  const locked: string[] = [];
  let marbles = 0;

  async function countNext() {
    const box = await jobs.get();
    try {
      marbles += (await open(box)).length;
    } catch {
      locked.push(box);
    }
    jobs.taskDone();
  }

  for (const box of boxes) await jobs.put(box);
  for (const _ of boxes) new Thread({ target: countNext }).start();
  await jobs.join();
  return { marbles, locked: boxes.filter((b) => locked.includes(b)) };
}
