import { Lock } from 'happens-before/threading';

const lock = new Lock();
const log: string[] = [];

async function onCtrlC() {
  await lock.with(() => log.push('ctrl-c'));
}

await lock.with(async () => {
  log.push('a line');
  await onCtrlC(); // it may come here
});
