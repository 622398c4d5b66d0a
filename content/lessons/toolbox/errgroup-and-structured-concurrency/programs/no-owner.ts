import { chan, go, sleep } from 'happens-before/go';

async function hotel() {
  return 'sold out';
}

async function flight() {
  await sleep(30);
  console.log('flight: card charged');
  return '';
}

async function bookTrip() {
  const problems = chan<string>(2);
  go(async () => problems.send(await hotel()));
  go(async () => problems.send(await flight()));
  for (let i = 0; i < 2; i++) {
    const problem = await problems.receive();
    if (problem) return problem;
  }
  return 'have a good trip';
}

console.log(await bookTrip());
await sleep(100);
