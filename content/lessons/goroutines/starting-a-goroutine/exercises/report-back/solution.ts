import { WaitGroup } from 'happens-before/go';

type Job = () => Promise<string>;

/** The job's answer, or what went wrong with it. */
async function outcomeOf(job: Job) {
  try {
    return await job();
  } catch (error) {
    return `failed: ${(error as Error).message}`;
  }
}

/** Runs all jobs at once: answers in the order of `jobs`. */
export async function runAll(jobs: Job[]) {
  const answers = new Array<string>(jobs.length);
  const wg = new WaitGroup();
  for (const [place, job] of jobs.entries()) {
    wg.go(async () => {
      answers[place] = await outcomeOf(job);
    });
  }
  await wg.wait();
  return answers;
}
