import type { context, singleflight } from 'happens-before/go';

type Fetch = (ctx: context.Context) => Promise<string>;

/** The page, or the reason why the caller gave up. */
export async function get(
  ctx: context.Context,
  flights: singleflight.Group<string>,
  key: string,
  fetch: Fetch,
) {
  const [page] = await flights.do(key, () => fetch(ctx));
  return page;
}
