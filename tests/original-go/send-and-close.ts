import { chan, close, go } from 'happens-before/go';
const ch = chan<number>(1);
go(async () => { close(ch); });
await ch.send(1);
console.log('sent');
