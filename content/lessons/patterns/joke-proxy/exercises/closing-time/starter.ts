import type { context, RecvChan } from 'happens-before/go';
import { go, select } from 'happens-before/go';

export type Ctx = context.Context;
type Handle<V> = (ctx: Ctx, visitor: V) => Promise<void>;

/** Handles whoever comes, until `stop` has ended. */
export async function serve<V>(
  stop: Ctx,
  door: RecvChan<V>,
  handle: Handle<V>,
  release: () => Promise<void>,
) {
  for (;;) {
    const visitor = await select(
      stop.done().onReceive(() => undefined),
      door.onReceive((one) => one),
    );
    if (visitor === undefined) break;
    go(handle, stop, visitor);
  }
  await release();
}
