import { type Chan, chan, go } from 'happens-before/go';

type Visitor = { asks: Chan<string>; hears: Chan<string> };

const door = chan<Visitor>();

async function serve(visitor: Visitor) {
  const question = await visitor.asks.receive();
  await visitor.hears.send(`${question}? Half past nine.`);
}

go('server', async () => {
  for await (const visitor of door) go(serve, visitor);
});

go('silent', async () => {
  await door.send({ asks: chan(), hears: chan() });
});

const ada = { asks: chan<string>(), hears: chan<string>() };
await door.send(ada);
await ada.asks.send('What time is it');
console.log(await ada.hears.receive());
