import { chan, go } from 'happens-before/go';

type Check = () => Promise<string>;

export async function firstProblem(checks: Check[]) {
  const reports = chan<string>(checks.length);
  for (const check of checks) {
    go(async () => {
      const problem = await check();
      if (problem) await reports.send(problem);
    });
  }
  if (checks.length === 0) return '';
  return (await reports.receive()) ?? '';
}
