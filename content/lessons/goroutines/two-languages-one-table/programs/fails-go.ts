import { chan, go } from 'happens-before/go';

const served = chan<string>();

async function bakeCake() {
  throw new Error('no flour');
}

async function makeTea() {
  await served.send('tea');
}

go(bakeCake);
go(makeTea);
console.log(await served.receive(), 'is served');
console.log('closing time');
