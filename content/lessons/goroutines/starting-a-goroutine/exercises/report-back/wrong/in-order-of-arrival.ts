import { chan, go } from 'happens-before/go';

type Job = () => Promise<string>;

export async function runAll(jobs: Job[]) {
  const arrived = chan<string>();
  for (const job of jobs) {
    go(async () => {
      let answer: string;
      try {
        answer = await job();
      } catch (error) {
        answer = `failed: ${(error as Error).message}`;
      }
      await arrived.send(answer);
    });
  }
  const answers: string[] = [];
  for (const _ of jobs) {
    const answer = await arrived.receive();
    if (answer !== undefined) answers.push(answer);
  }
  return answers;
}
