import { Thread } from 'happens-before/threading';

export type Job = () => Promise<string>;
export type Report = { done: string } | { failed: string };

export async function sendAll(jobs: Job[]) {
  const reports = jobs.map((): Report => ({ failed: '?' }));
  for (const [i, job] of jobs.entries()) {
    const thread = new Thread({
      target: async () => {
        try {
          reports[i] = { done: await job() };
        } catch (error) {
          reports[i] = { failed: (error as Error).message };
        }
      },
    });
    thread.start();
    await thread.join();
  }
  return reports;
}
