import { chan, close, deferred, go } from 'happens-before/go';
const ch = chan<number>();
go(async () => {
  await deferred(async (defer, recover) => {
    defer(() => {
      if (recover() !== undefined) console.log('recovered');
    });
    close(ch);
    console.log('closed');
  });
});
close(ch);
console.log('main closed');
