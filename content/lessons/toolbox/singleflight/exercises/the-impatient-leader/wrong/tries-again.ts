import { context, type singleflight } from 'happens-before/go';

type Fetch = (ctx: context.Context) => Promise<string>;

export async function get(
  ctx: context.Context,
  flights: singleflight.Group<string>,
  key: string,
  fetch: Fetch,
) {
  while (ctx.err() === undefined) {
    try {
      const [page] = await flights.do(key, () => fetch(ctx));
      return page;
    } catch {
      // Somebody else gave up. Try once more.
    }
  }
  throw context.cause(ctx);
}
