import { Thread, sleep } from 'happens-before/threading';

async function bake() {
  await sleep(3);
  console.log('bread');
}

const baker = new Thread({ target: bake, name: 'baker' });
baker.start();
await baker.join(1);
console.log(baker.isAlive() ? 'not yet' : 'fetch it');
