import { chan, go } from 'happens-before/go';

async function firstFull(disks: string[]) {
  const reports = chan<string>();
  for (const disk of disks) {
    go(disk, async () => {
      await reports.send(disk);
    });
  }
  return await reports.receive();
}

for (const hour of [1, 2]) {
  console.log(hour, await firstFull(['a', 'b']));
}
