import type { singleflight } from 'happens-before/go';
import { context, select } from 'happens-before/go';

type Fetch = (ctx: context.Context) => Promise<string>;

/** The page, or the reason why the caller gave up. */
export async function get(
  ctx: context.Context,
  flights: singleflight.Group<string>,
  key: string,
  fetch: Fetch,
) {
  const own = context.withoutCancel(ctx);
  const [limited, cancel] = context.withTimeout(own, 1000);
  const work = () => fetch(limited);
  const landing = flights.doChan(key, work);
  const { value, error } = await select(
    landing.onReceive((result) => result!),
    ctx.done().onReceive(() => ({
      value: undefined,
      error: context.cause(ctx),
    })),
  );
  cancel();
  if (error) throw error;
  return value;
}
