import { chan, go, WaitGroup } from 'happens-before/go';

const slips = chan<{ dish: string }>();
const kitchen = new WaitGroup();
kitchen.add(1);

go('cook', async () => {
  const slip = await slips.receive();
  console.log('cooking', slip?.dish);
  kitchen.done();
});

const slip = { dish: 'soup' };
await slips.send(slip);
slip.dish = 'fish';
await kitchen.wait();
