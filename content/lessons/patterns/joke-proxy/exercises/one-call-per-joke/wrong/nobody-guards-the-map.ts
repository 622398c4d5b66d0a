import { context, singleflight } from 'happens-before/go';

export type Ctx = context.Context;
type Upstream = (ctx: Ctx, key: string) => Promise<string>;

/** Jokes by their number, with one call for each. */
export function jokes(ask: Upstream) {
  const flights = new singleflight.Group<string>();
  const kept = new Map<string, string>();

  return async (ctx: Ctx, key: string) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const own = context.withoutCancel(ctx);
    const call = () => ask(own, key);
    const [joke] = await flights.do(key, call);
    kept.set(key, joke);
    return joke;
  };
}
