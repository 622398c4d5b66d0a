import { setExcepthook, SystemExit, Thread, ValueError } from 'happens-before/threading';
setExcepthook(({ excType, excValue, thread }) => {
  console.log(excType?.name, (excValue as Error).message, thread.name);
});
async function fail() {
  throw new ValueError('spilt');
}
async function leave() {
  throw new SystemExit(3);
}
const a = new Thread({ target: fail, name: 'a' });
const b = new Thread({ target: leave, name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
console.log('end');
