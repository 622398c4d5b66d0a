import { go } from 'happens-before/go';

type Job = () => Promise<string>;

/** Runs all jobs at once: answers in the order of `jobs`. */
export async function runAll(jobs: Job[]) {
  const answers = new Array<string>(jobs.length);
  for (const job of jobs) go(job);
  return answers;
}
