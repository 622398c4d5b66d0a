import { setExcepthook, Thread } from 'happens-before/threading';

export type Job = () => Promise<string>;
export type Report = { done: string } | { failed: string };

export async function sendAll(jobs: Job[]) {
  const reports: Report[] = [];
  setExcepthook(({ excValue }) => {
    reports.push({ failed: (excValue as Error).message });
  });
  const threads = jobs.map((job) => {
    const target = async () => {
      reports.push({ done: await job() });
    };
    return new Thread({ target });
  });
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  return reports;
}
