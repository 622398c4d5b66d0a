import { sleep, Thread } from 'happens-before/threading';

async function writeLog() {
  try {
    for (const line of ['open', 'sell', 'close']) {
      console.log('log:', line);
      await sleep(1);
    }
  } finally {
    console.log('log: file closed');
  }
}

const log = new Thread({
  target: writeLog,
  name: 'log',
  daemon: true,
});
log.start();
await sleep(1.5);
console.log('main: bye');
