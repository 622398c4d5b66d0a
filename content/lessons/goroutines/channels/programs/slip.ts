import { chan, go } from 'happens-before/go';

const slips = chan<{ dish: string }>();

go('waiter', async () => {
  const slip = { dish: 'soup' };
  await slips.send(slip);
  slip.dish = 'fish';
});

const slip = await slips.receive();
console.log('cooking', slip?.dish);
