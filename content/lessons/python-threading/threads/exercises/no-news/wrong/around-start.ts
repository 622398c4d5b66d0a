import { Thread } from 'happens-before/threading';

export type Job = () => Promise<string>;
export type Report = { done: string } | { failed: string };

export async function sendAll(jobs: Job[]) {
  const reports = jobs.map((): Report => ({ failed: '?' }));
  const threads: Thread[] = [];
  for (const [i, job] of jobs.entries()) {
    const target = async () => {
      reports[i] = { done: await job() };
    };
    const thread = new Thread({ target });
    try {
      thread.start();
    } catch (error) {
      reports[i] = { failed: (error as Error).message };
    }
    threads.push(thread);
  }
  for (const thread of threads) await thread.join();
  return reports;
}
