import { Queue, Thread } from 'happens-before/threading';

const sums = new Queue<number>();
await sums.put(7);

async function own(name: string) {
  if (sums.empty()) return;
  console.log(name, 'adds', await sums.get());
}

const owners = ['ann', 'bo'].map(
  (name) => new Thread({ target: own, args: [name], name }),
);
for (const owner of owners) owner.start();
for (const owner of owners) await owner.join();
