import {
  after,
  context,
  go,
  select,
  singleflight,
  sleep,
} from 'happens-before/go';

const flights = new singleflight.Group<string>();

async function fetchPage(ctx: context.Context) {
  return await select(
    after(20).onReceive(() => 'page of tea'),
    ctx.done().onReceive(() => { throw context.cause(ctx); }),
  );
}

async function visit(name: string, patience: number) {
  const root = context.background();
  const [ctx, cancel] = context.withTimeout(root, patience);
  try {
    const fetching = () => fetchPage(ctx);
    const [page] = await flights.do('tea', fetching);
    console.log(name, 'has', page);
  } catch (error) {
    console.log(name, 'has', String(error));
  } finally {
    cancel();
  }
}

go('ann', visit, 'ann', 5);
await sleep(1);
go('bo', visit, 'bo', 1000);
await sleep(50);
