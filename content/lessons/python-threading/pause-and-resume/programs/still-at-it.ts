import { Event, Thread } from 'happens-before/threading';

const running = new Event();
running.set();

async function serve() {
  await running.wait();
  console.log('serves');
}

const server = new Thread({ target: serve, name: 'server' });
server.start();
running.clear();
console.log('paused');
console.log('resumed');
running.set();
