import {
  chan,
  go,
  select,
  WaitGroup,
} from 'happens-before/go';

const bags = chan<string>();
const homeTime = chan<void>();
const inside = new WaitGroup();
inside.add(2);

go('porter', async () => {
  const carriesOn = () => select(
    bags.onReceive(() => true),
    homeTime.onReceive(() => false),
  );
  while (await carriesOn());
  inside.done();
});
go('guest', async () => {
  await select(bags.onSend('trunk'), homeTime.onReceive());
  inside.done();
});
homeTime.close();
await inside.wait();
