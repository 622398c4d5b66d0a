import { chan, go } from 'happens-before/go';

type Check = () => Promise<string>;

export async function firstProblem(checks: Check[]) {
  const reports = chan<string>(1);
  for (const check of checks) {
    go(async () => {
      await reports.send(await check());
    });
  }
  for (const _ of checks) {
    const problem = await reports.receive();
    if (problem) return problem;
  }
  return '';
}
