import { Event, Thread } from 'happens-before/threading';

const ctrlC = new Event();
const pleaseStop = new Event();
const stopped = new Event();

async function shutdown() {
  pleaseStop.set();
  await stopped.wait();
}

async function serveForever() {
  await pleaseStop.wait();
  stopped.set();
}

function onCtrlC() {
  ctrlC.set(); // that is all
}

new Thread({ target: serveForever, name: 'server' }).start();
onCtrlC();
await ctrlC.wait();
await shutdown();
console.log('bye');
