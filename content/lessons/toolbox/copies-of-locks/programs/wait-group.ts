import { go, WaitGroup } from 'happens-before/go';

/** As Go copies it: the counter is 1, as it is in the other. */
function copyOf(_wg: WaitGroup) {
  const copy = new WaitGroup();
  copy.add(1);
  return copy;
}

async function clean(wg: WaitGroup) {
  console.log('cleaned');
  wg.done();
}

const wg = new WaitGroup();
wg.add(1);
go('maid', clean, copyOf(wg));
await wg.wait();
console.log('home');
