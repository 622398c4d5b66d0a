import { Thread } from 'happens-before/threading';

export type Job = () => Promise<string>;
export type Report = { done: string } | { failed: string };

export async function sendAll(jobs: Job[]) {
  const reports = jobs.map((): Report => ({ failed: '?' }));
  const threads = jobs.map((job, i) => {
    const target = async () => {
      try {
        reports[i] = { done: await job() };
      } catch (error) {
        console.log(error);
      }
    };
    return new Thread({ target });
  });
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  return reports;
}
