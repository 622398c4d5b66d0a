import { atomic, go } from 'happens-before/go';

let letter = '';
const isWritten = new atomic.Bool();

go(async function writer() {
  letter = 'come at five';
  isWritten.store(true);
});
if (isWritten.load()) console.log(letter);
else console.log('nothing yet');
