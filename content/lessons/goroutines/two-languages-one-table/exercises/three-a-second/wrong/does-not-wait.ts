import { go, sleep } from 'happens-before/go';

type Call = (job: string) => Promise<string>;

export async function callAll(jobs: string[], call: Call) {
  const results = new Array<string>(jobs.length);
  for (const [at, job] of jobs.entries()) {
    if (at > 0) await sleep(334);
    go(async () => {
      results[at] = await call(job);
    });
  }
  return results;
}
