import { WaitGroup } from 'happens-before/go';

type Call = (job: string) => Promise<string>;

export async function callAll(jobs: string[], call: Call) {
  const results = new Array<string>(jobs.length);
  const wg = new WaitGroup();
  for (const [at, job] of jobs.entries()) {
    wg.go(async () => {
      results[at] = await call(job);
    });
  }
  await wg.wait();
  return results;
}
