import {
  chan,
  go,
  select,
  WaitGroup,
  type Chan,
} from 'happens-before/go';
import type { context } from 'happens-before/go';

type Work = (shirt: string) => Promise<string>;

export function stage(
  ctx: context.Context,
  input: Chan<string>,
  work: Work,
) {
  const output = chan<string>();
  const all = new WaitGroup();
  go('stage', async () => {
    let open = true;
    while (open) {
      const shirt = await select(
        input.onReceive((value) => value),
        ctx.done().onReceive(() => undefined),
      );
      open = shirt !== undefined;
      if (shirt === undefined) break;
      all.go(async () => {
        const done = await work(shirt);
        await select(output.onSend(done), ctx.done().onReceive());
      });
    }
    await all.wait();
    output.close();
  });
  return output;
}
