import { sleep, WaitGroup } from 'happens-before/go';

type Call = (job: string) => Promise<string>;

export async function callAll(jobs: string[], call: Call) {
  const results = new Array<string>(jobs.length);
  for (let at = 0; at < jobs.length; at += 3) {
    const wg = new WaitGroup();
    for (const [i, job] of jobs.slice(at, at + 3).entries()) {
      wg.go(async () => {
        results[at + i] = await call(job);
      });
    }
    await wg.wait();
    await sleep(1_000);
  }
  return results;
}
