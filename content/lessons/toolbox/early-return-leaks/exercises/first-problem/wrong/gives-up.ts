import { after, chan, go, select } from 'happens-before/go';

type Check = () => Promise<string>;

export async function firstProblem(checks: Check[]) {
  const reports = chan<string>();
  for (const check of checks) {
    go(async () => {
      const problem = await check();
      await select(
        reports.onSend(problem),
        after(1000).onReceive(),
      );
    });
  }
  for (const _ of checks) {
    const problem = await reports.receive();
    if (problem) return problem;
  }
  return '';
}
