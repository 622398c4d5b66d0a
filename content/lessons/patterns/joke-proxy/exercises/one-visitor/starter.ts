import { context } from 'happens-before/go';

export type Ctx = context.Context;
type Upstream = (ctx: Ctx) => Promise<string>;

/** A joke for one visitor, or the reason why there is none. */
export async function handle(request: Ctx, ask: Upstream) {
  const joke = await ask(context.background());
  return { status: 200, text: joke };
}
