import { atomic, go } from 'happens-before/go';

let letter = '';
const isWritten = new atomic.Bool();

go(async function writer() {
  isWritten.store(true);
  letter = 'come at five';
});
if (isWritten.load()) console.log('it says:', letter);
else console.log('nothing yet');
