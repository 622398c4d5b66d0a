import { Thread } from 'happens-before/threading';

async function backup() {
  console.log('backup written');
}

async function housekeeping() {
  new Thread({ target: backup, name: 'backup' }).start();
}

const keeper = new Thread({
  target: housekeeping,
  name: 'keeper',
  daemon: true,
});
keeper.start();
await keeper.join();
console.log('main: bye');
