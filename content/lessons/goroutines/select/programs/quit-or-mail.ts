import { chan, select } from 'happens-before/go';

const quit = chan<void>(1);
const mail = chan<string>(1);
await quit.send();
await mail.send('a bill');

const first = await select(
  quit.onReceive(() => 'quit'),
  mail.onReceive((letter) => letter),
);
console.log(first);
