import { Queue, Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;

export async function countAll(boxes: string[], open: Open) {
  const counts = new Queue<[string, number]>();

  async function countBox(box: string) {
    const marbles = await open(box).catch(() => []);
    await counts.put([box, marbles.length]);
  }

  for (const box of boxes) new Thread({ target: countBox, args: [box] }).start();

  let marbles = 0;
  const shut: string[] = [];
  for (let i = 0; i < boxes.length; i++) {
    const [box, n] = await counts.get();
    if (n === 0) shut.push(box);
    marbles += n;
  }
  return { marbles, locked: boxes.filter((b) => shut.includes(b)) };
}
