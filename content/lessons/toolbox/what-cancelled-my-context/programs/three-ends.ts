import { context, go, sleep } from 'happens-before/go';

const root = context.background();

async function serve(who: string, ms: number) {
  const [ctx, cancel] = context.withCancel(root);
  go(who, async () => {
    await sleep(ms);
    cancel();
  });
  await ctx.done().receive();
  console.log(String(ctx.err()));
}

go(serve, 'browser', 10);
go(serve, 'operator', 20);
go(serve, 'router', 30);
await sleep(50);
