import { context, go, sleep } from 'happens-before/go';

const root = context.background();

async function serve(what: string, ms: number) {
  const [ctx, cancel] = context.withCancel(root);
  go(what, async () => {
    await sleep(ms);
    cancel();
  });
  await ctx.done().receive();
  console.log(String(ctx.err()));
}

go(serve, 'the browser is closed', 10);
go(serve, 'the server shuts down', 20);
go(serve, 'the address is wrong', 30);
await sleep(50);
