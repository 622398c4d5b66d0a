import { context, go, sleep } from 'happens-before/go';

async function writeLog(ctx: context.Context) {
  await sleep(20);
  const failed = ctx.err() !== undefined;
  console.log(failed ? 'the request failed' : 'all is well');
}

async function serve() {
  const root = context.background();
  const [ctx, cancel] = context.withCancel(root);
  try {
    go(writeLog, ctx);
    await sleep(10);
    return 'a page';
  } finally {
    cancel();
  }
}

console.log(await serve());
await sleep(50);
