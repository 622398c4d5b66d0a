import { chan, WaitGroup } from 'happens-before/go';

type Call = (job: string) => Promise<string>;

/** All results. At most three calls begin in a second. */
export async function callAll(jobs: string[], call: Call) {
  const tokens = chan<boolean>(3);
  const results = new Array<string>(jobs.length);
  const wg = new WaitGroup();
  for (const [at, job] of jobs.entries()) {
    await tokens.send(true);
    wg.go(async () => {
      results[at] = await call(job);
      await tokens.receive();
    });
  }
  await wg.wait();
  return results;
}
