import {
  chan,
  go,
  Mutex,
  select,
  WaitGroup,
} from 'happens-before/go';

const news = chan<string>();
const bills = chan<string>();
const key = new Mutex();
const guests = new WaitGroup();
guests.add(1);
await key.lock();

go('ear', () => news.receive());
go('hand', () => bills.send('two nights'));
go('door', () => key.lock());
go('coach', () => guests.wait());
go('clerk', () => select());
