import { Thread } from 'happens-before/threading';

let red = 0;
let blue = 0;

async function addReds() {
  for (let i = 0; i < 2; i++) red += 1;
}

async function addBlues() {
  for (let i = 0; i < 2; i++) blue += 1;
}

const a = new Thread({ target: addReds, name: 'reds' });
const b = new Thread({ target: addBlues, name: 'blues' });
a.start();
b.start();
await a.join();
await b.join();
console.log(red, blue);
