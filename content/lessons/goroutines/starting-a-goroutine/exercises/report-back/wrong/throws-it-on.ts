import { WaitGroup } from 'happens-before/go';

type Job = () => Promise<string>;

export async function runAll(jobs: Job[]) {
  const answers = new Array<string>(jobs.length);
  const wg = new WaitGroup();
  for (const [place, job] of jobs.entries()) {
    wg.go(async () => {
      try {
        answers[place] = await job();
      } catch (error) {
        answers[place] = `failed: ${(error as Error).message}`;
        throw error;
      }
    });
  }
  await wg.wait();
  return answers;
}
