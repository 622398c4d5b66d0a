import {
  chan,
  go,
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
      for (;;) {
        if (ctx.err() !== undefined) return;
        const shirt = await input.receive();
        if (shirt === undefined) return;
        const done = await work(shirt);
        if (ctx.err() !== undefined) return;
        await output.send(done);
      }
    } finally {
      output.close();
    }
  });
  return output;
}
