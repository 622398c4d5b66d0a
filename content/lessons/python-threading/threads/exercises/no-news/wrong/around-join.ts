import { Thread } from 'happens-before/threading';

export type Job = () => Promise<string>;
export type Report = { done: string } | { failed: string };

/** Runs every job in its own thread, and reports on each. */
export async function sendAll(jobs: Job[]) {
  const reports = jobs.map((): Report => ({ failed: '?' }));
  const threads = jobs.map((job, i) => {
    const target = async () => {
      reports[i] = { done: await job() };
    };
    return new Thread({ target });
  });
  for (const thread of threads) thread.start();
  for (const [i, thread] of threads.entries()) {
    try {
      await thread.join();
    } catch (error) {
      reports[i] = { failed: (error as Error).message };
    }
  }
  return reports;
}
