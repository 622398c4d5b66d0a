import { after, type Chan, chan, go } from 'happens-before/go';
import { select, WaitGroup } from 'happens-before/go';

type Visitor = { asks: Chan<string>; hears: Chan<string> };

const door = chan<Visitor>();

async function serve(visitor: Visitor) {
  const question = await select(
    visitor.asks.onReceive((words) => words),
    after(5_000).onReceive(() => undefined),
  );
  if (question === undefined) return;
  await visitor.hears.send(`${question}? Half past nine.`);
}

const served = new WaitGroup();
go('server', async () => {
  for await (const visitor of door) {
    served.go(() => serve(visitor));
  }
});

const silent = { asks: chan<string>(), hears: chan<string>() };
await door.send(silent);
const ada = { asks: chan<string>(), hears: chan<string>() };
await door.send(ada);
await ada.asks.send('What time is it');
console.log(await ada.hears.receive());

door.close();
await served.wait();
console.log('nobody is left');
