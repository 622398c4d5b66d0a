import { Thread } from 'happens-before/threading';

export type Job = () => Promise<string>;
export type Report = { done: string } | { failed: string };

export async function sendAll(jobs: Job[]) {
  const reports: Report[] = [];
  const threads = jobs.map((job) => {
    const target = async () => {
      try {
        reports.push({ done: await job() });
      } catch (error) {
        reports.push({ failed: (error as Error).message });
      }
    };
    return new Thread({ target });
  });
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  return reports;
}
