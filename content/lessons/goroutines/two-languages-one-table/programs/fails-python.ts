import { Queue, Thread } from 'happens-before/threading';

const served = new Queue<string>();

async function bakeCake() {
  throw new Error('no flour');
}

async function makeTea() {
  await served.put('tea');
}

new Thread({ target: bakeCake }).start();
new Thread({ target: makeTea }).start();
console.log(await served.get(), 'is served');
console.log('closing time');
