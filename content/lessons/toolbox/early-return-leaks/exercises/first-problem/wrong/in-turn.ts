import { chan, go } from 'happens-before/go';

type Check = () => Promise<string>;

export async function firstProblem(checks: Check[]) {
  const channels = checks.map((check) => {
    const report = chan<string>(1);
    go(async () => {
      await report.send(await check());
    });
    return report;
  });
  for (const report of channels) {
    const problem = await report.receive();
    if (problem) return problem;
  }
  return '';
}
