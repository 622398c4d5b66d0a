import { chan, go, WaitGroup } from 'happens-before/go';

const forAnn = chan<string>();
const forBo = chan<string>();
const party = new WaitGroup();
party.add(2);

go('ann', async () => {
  await forBo.send('a scarf');
  console.log('ann has', await forAnn.receive());
  party.done();
});
go('bo', async () => {
  await forAnn.send('a kite');
  console.log('bo has', await forBo.receive());
  party.done();
});
await party.wait();
