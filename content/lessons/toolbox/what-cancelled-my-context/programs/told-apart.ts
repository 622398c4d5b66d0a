import {
  after,
  context,
  go,
  select,
  sleep,
} from 'happens-before/go';

async function serve(parent: context.Context, ms: number) {
  const [outer, end] = context.withCancelCause(parent);
  const [ctx, stop] = context.withTimeoutCause(
    outer,
    20,
    'too slow',
  );
  try {
    await select(after(ms).onReceive(), ctx.done().onReceive());
  } finally {
    end('finished');
    stop();
    console.log(String(context.cause(ctx)));
  }
}

const root = context.background();
const [server, shutDown] = context.withCancelCause(root);
await serve(server, 10);
await serve(server, 30);
go('operator', async () => {
  await sleep(5);
  shutDown('shutting down');
});
await serve(server, 30);
