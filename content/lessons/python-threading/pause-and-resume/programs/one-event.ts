import { Event, Thread } from 'happens-before/threading';

const running = new Event(); // up: go on. Down: wait.

async function serve() {
  await running.wait();
  console.log('serves');
}

new Thread({ target: serve, name: 'server' }).start();
running.set();
