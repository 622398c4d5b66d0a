import { Event, Thread } from 'happens-before/threading';

let paused = true;
const resumed = new Event();

async function serve() {
  if (paused) {
    resumed.clear(); // forget an old signal
    await resumed.wait();
  }
  console.log('serves');
}

new Thread({ target: serve, name: 'server' }).start();
paused = false;
resumed.set();
