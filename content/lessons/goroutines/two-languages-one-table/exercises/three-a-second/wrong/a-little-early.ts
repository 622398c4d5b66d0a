import { sleep, WaitGroup } from 'happens-before/go';

type Call = (job: string) => Promise<string>;

/** The results of all calls. At most three begin in a second. */
export async function callAll(jobs: string[], call: Call) {
  const results = new Array<string>(jobs.length);
  const wg = new WaitGroup();
  for (const [at, job] of jobs.entries()) {
    if (at > 0) await sleep(300);
    wg.go(async () => {
      results[at] = await call(job);
    });
  }
  await wg.wait();
  return results;
}
