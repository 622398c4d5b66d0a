import { Queue, Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;

export async function countAll(boxes: string[], open: Open) {
  const reports = new Queue<number | string | null>();

  async function countBox(box: string) {
    try {
      await reports.put((await open(box)).length);
    } catch {
      await reports.put(box);
    }
    await reports.put(null);
  }

  for (const box of boxes) {
    new Thread({ target: countBox, args: [box] }).start();
  }

  let marbles = 0;
  const locked: string[] = [];
  for (;;) {
    const report = await reports.get();
    if (report === null) break;
    if (typeof report === 'string') locked.push(report);
    else marbles += report;
  }
  return { marbles, locked: boxes.filter((b) => locked.includes(b)) };
}
