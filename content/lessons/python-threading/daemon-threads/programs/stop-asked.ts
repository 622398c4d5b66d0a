import { Event, sleep, Thread } from 'happens-before/threading';

const stop = new Event();

async function writeLog() {
  try {
    while (!(await stop.wait(1))) console.log('log: a line');
  } finally {
    console.log('log: file closed');
  }
}

const log = new Thread({ target: writeLog, name: 'log' });
log.start();
await sleep(1.5);
stop.set();
await log.join();
console.log('main: bye');
