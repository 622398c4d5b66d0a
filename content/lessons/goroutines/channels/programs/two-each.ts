import { chan, go, WaitGroup } from 'happens-before/go';

const forAnn = chan<string>(1);
const forBo = chan<string>(1);
const party = new WaitGroup();
party.add(2);

async function give(
  to: typeof forAnn,
  from: typeof forAnn,
  presents: string[],
) {
  for (const present of presents) await to.send(present);
  for (const _ of presents) await from.receive();
  party.done();
}

go('ann', give, forBo, forAnn, ['scarf', 'hat']);
go('bo', give, forAnn, forBo, ['kite', 'ball']);
await party.wait();
