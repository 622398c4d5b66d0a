import { context } from 'happens-before/go';

export type Ctx = context.Context;
type Upstream = (ctx: Ctx) => Promise<string>;

/** A joke for one visitor. */
export async function handle(request: Ctx, ask: Upstream) {
  const [ctx, cancel] = context.withTimeout(request, 100);
  try {
    return { status: 200, text: await ask(ctx) };
  } finally {
    cancel();
  }
}
