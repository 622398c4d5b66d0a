import { WaitGroup } from 'happens-before/go';

const open = new WaitGroup();
const line = ['Dee', 'Eve'];

async function serveNext() {
  const guest = line[0];
  line.shift();
  return guest;
}

open.go(async function ann() {
  console.log('ann serves', await serveNext());
});
open.go(async function bo() {
  console.log('bo serves', await serveNext());
});
await open.wait();
