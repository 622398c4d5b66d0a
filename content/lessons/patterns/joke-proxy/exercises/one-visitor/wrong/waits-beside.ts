import { after, chan, context } from 'happens-before/go';
import { go, select } from 'happens-before/go';

export type Ctx = context.Context;
type Upstream = (ctx: Ctx) => Promise<string>;

/** A joke for one visitor, or the reason why there is none. */
export async function handle(request: Ctx, ask: Upstream) {
  const [ctx, stop] = context.withCancel(request);
  const came = chan<{ status: number; text: string }>(1);
  go(async () => {
    try {
      const text = await ask(ctx);
      stop();
      await came.send({ status: 200, text });
    } catch {
      const status = request.err() ? 499 : 502;
      stop();
      await came.send({ status, text: '' });
    }
  });
  return await select(
    came.onReceive((answer) => answer!),
    after(100).onReceive(() => ({ status: 504, text: '' })),
  );
}
