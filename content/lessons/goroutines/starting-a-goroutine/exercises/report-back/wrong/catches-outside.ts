import { WaitGroup } from 'happens-before/go';

type Job = () => Promise<string>;

export async function runAll(jobs: Job[]) {
  const answers = new Array<string>(jobs.length);
  const wg = new WaitGroup();
  for (const [place, job] of jobs.entries()) {
    try {
      wg.go(async () => {
        answers[place] = await job();
      });
    } catch (error) {
      answers[place] = `failed: ${(error as Error).message}`;
    }
  }
  await wg.wait();
  return answers;
}
