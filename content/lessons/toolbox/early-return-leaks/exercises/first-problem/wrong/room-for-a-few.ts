import { chan, go } from 'happens-before/go';

type Check = () => Promise<string>;

/** The first problem to be reported, or '' if there is none. */
export async function firstProblem(checks: Check[]) {
  const reports = chan<string>(10);
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
