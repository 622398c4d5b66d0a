import { chan, go } from 'happens-before/go';

type Check = () => Promise<string>;

export async function firstProblem(checks: Check[]) {
  const reports = chan<string>();
  for (const check of checks) {
    go(async () => {
      await reports.send(await check());
    });
  }
  let first = '';
  for (const _ of checks) {
    const problem = await reports.receive();
    if (problem && !first) first = problem;
  }
  return first;
}
