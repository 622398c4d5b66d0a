import { context, go, sleep } from 'happens-before/go';

const root = context.background();

async function ask(till: string, ms: number) {
  const [ctx, cancel] = context.withTimeoutCause(
    root,
    20,
    `${till} is too slow`,
  );
  try {
    await sleep(ms);
  } finally {
    cancel();
    console.log(till, '→', String(context.cause(ctx)));
  }
}

await ask('till 1', 30);
await ask('till 2', 10);
