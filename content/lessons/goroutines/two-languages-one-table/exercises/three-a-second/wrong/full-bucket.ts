import { chan, go, sleep, WaitGroup } from 'happens-before/go';

type Call = (job: string) => Promise<string>;

export async function callAll(jobs: string[], call: Call) {
  const results = new Array<string>(jobs.length);
  const tokens = chan<boolean>(3);
  for (let at = 0; at < 3; at++) await tokens.send(true);
  go(async () => {
    for (let at = 3; at < jobs.length; at++) {
      await sleep(334);
      await tokens.send(true);
    }
  });
  const wg = new WaitGroup();
  for (const [at, job] of jobs.entries()) {
    await tokens.receive();
    wg.go(async () => {
      results[at] = await call(job);
    });
  }
  await wg.wait();
  return results;
}
