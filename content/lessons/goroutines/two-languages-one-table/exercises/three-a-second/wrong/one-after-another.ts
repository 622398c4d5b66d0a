import { sleep } from 'happens-before/go';

type Call = (job: string) => Promise<string>;

export async function callAll(jobs: string[], call: Call) {
  const results: string[] = [];
  for (const job of jobs) {
    results.push(await call(job));
    await sleep(334);
  }
  return results;
}
