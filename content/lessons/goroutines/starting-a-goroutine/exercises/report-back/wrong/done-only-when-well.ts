import { go, WaitGroup } from 'happens-before/go';

type Job = () => Promise<string>;

export async function runAll(jobs: Job[]) {
  const answers = new Array<string>(jobs.length);
  const wg = new WaitGroup();
  wg.add(jobs.length);
  for (const [place, job] of jobs.entries()) {
    go(async () => {
      try {
        answers[place] = await job();
        wg.done();
      } catch (error) {
        answers[place] = `failed: ${(error as Error).message}`;
      }
    });
  }
  await wg.wait();
  return answers;
}
