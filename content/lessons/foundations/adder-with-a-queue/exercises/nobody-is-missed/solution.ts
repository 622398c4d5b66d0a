import { Queue, Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;

interface Report {
  box: string;
  count?: number;
  locked?: boolean;
}

/** Counts what is in the boxes that can be opened. */
export async function countAll(boxes: string[], open: Open) {
  const reports = new Queue<Report>();

  async function countBox(box: string) {
    try {
      const marbles = await open(box);
      await reports.put({ box, count: marbles.length });
    } catch {
      await reports.put({ box, locked: true });
    }
  }

  for (const box of boxes) {
    new Thread({ target: countBox, args: [box] }).start();
  }

  let marbles = 0;
  const locked = new Set<string>();
  for (let i = 0; i < boxes.length; i++) {
    const report = await reports.get();
    if (report.locked) locked.add(report.box);
    else marbles += report.count ?? 0;
  }
  const names = boxes.filter((box) => locked.has(box));
  return { marbles, locked: names };
}
