import { Barrier, Thread } from 'happens-before/threading';

const bus = new Barrier(2);

async function travel(name: string) {
  console.log(name, 'is at the stop');
  await bus.wait();
  console.log(name, 'is on the bus');
}

for (const name of ['Ola', 'Pia']) {
  new Thread({ target: travel, args: [name], name }).start();
}
