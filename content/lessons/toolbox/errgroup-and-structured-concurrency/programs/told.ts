import {
  after,
  context,
  errgroup,
  select,
} from 'happens-before/go';

async function hotel() {
  throw new Error('sold out');
}

async function flight(ctx: context.Context) {
  await select(
    ctx.done().onReceive(() => { throw context.cause(ctx); }),
    after(30).onReceive(() => console.log('card charged')),
  );
}

async function bookTrip(parent: context.Context) {
  const [group, ctx] = errgroup.withContext(parent);
  group.go(hotel);
  group.go(() => flight(ctx));
  try {
    await group.wait();
    return 'have a good trip';
  } catch (error) {
    return (error as Error).message;
  }
}

console.log(await bookTrip(context.background()));
