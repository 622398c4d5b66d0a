import type { singleflight } from 'happens-before/go';
import { context, select } from 'happens-before/go';

type Fetch = (ctx: context.Context) => Promise<string>;

export async function get(
  ctx: context.Context,
  flights: singleflight.Group<string>,
  key: string,
  fetch: Fetch,
) {
  const own = context.withoutCancel(ctx);
  const work = () => fetch(own);
  const landing = flights.doChan(key, work);
  const { value, error } = await select(
    landing.onReceive((result) => result!),
    ctx.done().onReceive(() => ({
      value: undefined,
      error: context.cause(ctx),
    })),
  );
  if (error) throw error;
  return value;
}
