import { context, type singleflight } from 'happens-before/go';

type Fetch = (ctx: context.Context) => Promise<string>;

export async function get(
  ctx: context.Context,
  flights: singleflight.Group<string>,
  key: string,
  fetch: Fetch,
) {
  const work = async () => {
    const own = context.withoutCancel(ctx);
    const [limited, cancel] = context.withTimeout(own, 1000);
    try {
      return await fetch(limited);
    } finally {
      cancel();
    }
  };
  const [page] = await flights.do(key, work);
  return page;
}
