import { Queue, Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;

export async function countAll(boxes: string[], open: Open) {
  const reports = new Queue<{ box: string; count: number }>();
  const locked = new Set<string>();

  async function countBox(box: string) {
    const report = { box, count: 0 };
    await reports.put(report);
    try {
      for (const _ of await open(box)) report.count += 1;
    } catch {
      locked.add(box);
    }
  }

  for (const box of boxes) {
    new Thread({ target: countBox, args: [box] }).start();
  }

  let marbles = 0;
  for (let i = 0; i < boxes.length; i++) {
    marbles += (await reports.get()).count;
  }
  return { marbles, locked: boxes.filter((b) => locked.has(b)) };
}
