import { errgroup, sleep } from 'happens-before/go';

async function hotel() {
  throw new Error('sold out');
}

async function flight() {
  await sleep(30);
  console.log('flight: card charged');
}

async function bookTrip() {
  const group = new errgroup.Group();
  group.go(hotel);
  group.go(flight);
  try {
    await group.wait();
    return 'have a good trip';
  } catch (error) {
    return (error as Error).message;
  }
}

console.log(await bookTrip());
