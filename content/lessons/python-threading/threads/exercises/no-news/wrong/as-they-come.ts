import { Queue, Thread } from 'happens-before/threading';

export type Job = () => Promise<string>;
export type Report = { done: string } | { failed: string };

export async function sendAll(jobs: Job[]) {
  const news = new Queue<Report>();
  for (const job of jobs) {
    new Thread({
      target: async () => {
        try {
          await news.put({ done: await job() });
        } catch (error) {
          await news.put({ failed: (error as Error).message });
        }
      },
    }).start();
  }
  const reports: Report[] = [];
  while (reports.length < jobs.length) {
    reports.push(await news.get());
  }
  return reports;
}
