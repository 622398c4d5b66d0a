type Job = () => Promise<string>;

export async function runAll(jobs: Job[]) {
  const answers = new Array<string>(jobs.length);
  for (const [place, job] of jobs.entries()) {
    try {
      answers[place] = await job();
    } catch (error) {
      answers[place] = `failed: ${(error as Error).message}`;
    }
  }
  return answers;
}
