import {
  chan,
  go,
  select,
  type Chan,
  type context,
} from 'happens-before/go';

type Work = (shirt: string) => Promise<string>;

export function stage(
  ctx: context.Context,
  input: Chan<string>,
  work: Work,
) {
  const output = chan<string>();
  go('stage', async () => {
    try {
      let open = true;
      while (open) {
        const shirt = await input.receive();
        if (shirt === undefined) return;
        const done = await work(shirt);
        open = await select(
          output.onSend(done, () => true),
          ctx.done().onReceive(() => false),
        );
      }
    } finally {
      output.close();
    }
  });
  return output;
}
