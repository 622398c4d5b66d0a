import { context } from 'happens-before/go';

export type Ctx = context.Context;
type Upstream = (ctx: Ctx) => Promise<string>;

/** A joke for one visitor, or the reason why there is none. */
export async function handle(request: Ctx, ask: Upstream) {
  const [ctx] = context.withTimeout(request, 100);
  try {
    return { status: 200, text: await ask(ctx) };
  } catch {
    if (request.err()) return { status: 499, text: '' };
    if (ctx.err()) return { status: 504, text: 'too slow' };
    return { status: 502, text: 'no joke today' };
  }
}
