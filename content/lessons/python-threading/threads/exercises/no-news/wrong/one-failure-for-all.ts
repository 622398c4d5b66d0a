import { Thread } from 'happens-before/threading';

export type Job = () => Promise<string>;
export type Report = { done: string } | { failed: string };

export async function sendAll(jobs: Job[]) {
  const reports = jobs.map((): Report => ({ failed: '?' }));
  let failure: Error | undefined;
  const threads = jobs.map((job, i) => {
    const target = async () => {
      try {
        reports[i] = { done: await job() };
      } catch (error) {
        failure = error as Error;
      }
    };
    return new Thread({ target });
  });
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  if (failure) throw failure;
  return reports;
}
