import { sleep, WaitGroup } from 'happens-before/go';

type Call = (job: string) => Promise<string>;

export async function callAll(jobs: string[], call: Call) {
  const results: string[] = [];
  const wg = new WaitGroup();
  for (const [at, job] of jobs.entries()) {
    if (at > 0) await sleep(334);
    wg.go(async () => {
      results.push(await call(job));
    });
  }
  await wg.wait();
  return results;
}
