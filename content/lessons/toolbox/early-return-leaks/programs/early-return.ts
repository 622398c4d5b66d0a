import { chan, go } from 'happens-before/go';

async function check(disk: string) {
  return disk === 'b' ? 'b: full' : '';
}

async function firstProblem(disks: string[]) {
  const reports = chan<string>();
  for (const disk of disks) {
    go(disk, async () => {
      await reports.send(await check(disk));
    });
  }
  for (const _ of disks) {
    const problem = await reports.receive();
    if (problem) return problem;
  }
  return 'all is well';
}

console.log(await firstProblem(['a', 'b', 'c']));
