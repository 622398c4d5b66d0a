import { chan, go, select } from 'happens-before/go';

async function firstProblem(disks: string[]) {
  const reports = chan<string>();
  const quit = chan<void>();
  for (const disk of disks) {
    go(disk, async () => {
      const text = disk === 'b' ? 'b: full' : '';
      await select(reports.onSend(text), quit.onReceive());
    });
  }
  try {
    for (const _ of disks) {
      const problem = await reports.receive();
      if (problem) return problem;
    }
    return 'all is well';
  } finally {
    quit.close();
  }
}

console.log(await firstProblem(['a', 'b', 'c']));
