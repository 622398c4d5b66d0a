import {
  after,
  chan,
  context,
  go,
  select,
} from 'happens-before/go';

async function ask() {
  const [ctx, cancel] = context.withCancel(
    context.background(),
  );
  const answers = chan<string>(1);
  go('oracle', async () => {
    for (let page = 1; page <= 4; page++) {
      if (ctx.err()) return;
      await select(
        after(2).onReceive(),
        ctx.done().onReceive(),
      );
      console.log('read page', page);
    }
    await answers.send('42');
  });
  try {
    return await select(
      answers.onReceive((answer) => answer),
      after(3).onReceive(() => 'too late'),
    );
  } finally {
    cancel();
  }
}

console.log(await ask());
