import { Thread, work } from 'happens-before/threading';

async function wash() {
  await work(10);
}

for (const name of ['cup', 'bowl', 'pan']) {
  const thread = new Thread({ target: wash, name });
  thread.start();
  await thread.join();
}
