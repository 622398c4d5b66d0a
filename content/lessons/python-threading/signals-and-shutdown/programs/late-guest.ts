import { Thread } from 'happens-before/threading';

const guests = ['Ida'];
let open = true;

async function door() {
  if (open) guests.push('Max');
}

const doorman = new Thread({ target: door, name: 'doorman' });
doorman.start();
for (const guest of [...guests]) console.log('bye,', guest);
open = false;
await doorman.join();
console.log(guests.length, 'came');
