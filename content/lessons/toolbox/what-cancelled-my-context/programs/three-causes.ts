import { context, go, sleep } from 'happens-before/go';

const root = context.background();

async function serve(what: string, ms: number) {
  const [ctx, cancel] = context.withCancelCause(root);
  go(what, async () => {
    await sleep(ms);
    cancel(new Error(what));
  });
  await ctx.done().receive();
  console.log(String(context.cause(ctx)));
}

go(serve, 'the browser is closed', 10);
go(serve, 'the server shuts down', 20);
go(serve, 'the address is wrong', 30);
await sleep(50);
