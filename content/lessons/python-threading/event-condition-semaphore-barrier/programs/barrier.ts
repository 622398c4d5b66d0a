import { Barrier, Thread } from 'happens-before/threading';

const bus = new Barrier(2);

async function travel(name: string) {
  console.log(name, 'is at the stop');
  await bus.wait();
  console.log(name, 'is on the bus');
}

new Thread({ target: travel, args: ['Ola'], name: 'Ola' }).start();
new Thread({ target: travel, args: ['Pia'], name: 'Pia' }).start();
