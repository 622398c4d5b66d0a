import { chan, go, type Chan } from 'happens-before/go';
import type { context } from 'happens-before/go';

type Work = (shirt: string) => Promise<string>;

/** Works on all that comes in, until `ctx` ends. */
export function stage(
  _ctx: context.Context,
  input: Chan<string>,
  work: Work,
) {
  const output = chan<string>();
  go('stage', async () => {
    for await (const shirt of input) {
      await output.send(await work(shirt));
    }
    output.close();
  });
  return output;
}
