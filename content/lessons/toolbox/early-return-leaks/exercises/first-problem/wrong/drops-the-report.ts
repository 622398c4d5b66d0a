import { chan, go, otherwise, select } from 'happens-before/go';

type Check = () => Promise<string>;

export async function firstProblem(checks: Check[]) {
  const reports = chan<string>();
  for (const check of checks) {
    go(async () => {
      await select(reports.onSend(await check()), otherwise());
    });
  }
  for (const _ of checks) {
    const problem = await reports.receive();
    if (problem) return problem;
  }
  return '';
}
