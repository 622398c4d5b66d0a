import { Event } from 'happens-before/threading';

const pleaseStop = new Event();
const stopped = new Event();

async function shutdown() {
  pleaseStop.set();
  await stopped.wait();
}

async function onCtrlC() {
  await shutdown();
  console.log('bye');
}

async function serveForever() {
  while (!pleaseStop.isSet()) {
    await onCtrlC(); // Python calls it here, in this thread
  }
  stopped.set();
}

await serveForever();
