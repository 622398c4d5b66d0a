import { Queue, Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;

interface Report {
  box: string;
  count?: number;
  locked?: boolean;
}

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
    const thread = new Thread({ target: countBox, args: [box] });
    thread.start();
    await thread.join();
  }

  let marbles = 0;
  const locked = new Set<string>();
  for (let i = 0; i < boxes.length; i++) {
    const report = await reports.get();
    if (report.locked) locked.add(report.box);
    else marbles += report.count ?? 0;
  }
  return { marbles, locked: boxes.filter((b) => locked.has(b)) };
}
