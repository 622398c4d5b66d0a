import {
  atomic,
  go,
  singleflight,
  WaitGroup,
} from 'happens-before/go';

const flights = new singleflight.Group<string>();
const fetched = new atomic.Int32();
const visitors = new WaitGroup();

async function visit() {
  await flights.do('tea', async () => {
    fetched.add(1);
    return 'page of tea';
  });
  visitors.done();
}

visitors.add(3);
for (const name of ['ann', 'bo', 'cy']) go(name, visit);
await visitors.wait();
console.log('fetched', fetched.load());
