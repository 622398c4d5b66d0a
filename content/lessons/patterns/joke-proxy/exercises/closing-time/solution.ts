import type { RecvChan } from 'happens-before/go';
import { after, chan, close, context } from 'happens-before/go';
import { go, select, WaitGroup } from 'happens-before/go';

export type Ctx = context.Context;
type Handle<V> = (ctx: Ctx, visitor: V) => Promise<void>;

/** Handles whoever comes, until `stop` has ended. */
export async function serve<V>(
  stop: Ctx,
  door: RecvChan<V>,
  handle: Handle<V>,
  release: () => Promise<void>,
) {
  const free = context.withoutCancel(stop);
  const [ctx, cutOff] = context.withCancelCause(free);
  const inside = new WaitGroup();
  for (;;) {
    const visitor = await select(
      stop.done().onReceive(() => undefined),
      door.onReceive((one) => one),
    );
    if (visitor === undefined) break;
    inside.go(() => handle(ctx, visitor));
  }

  const gone = chan<void>();
  go('doorman', async () => {
    await inside.wait();
    close(gone);
  });
  await select(
    gone.onReceive(),
    after(100).onReceive(() => cutOff(new Error('closing'))),
  );
  await gone.receive();
  cutOff(undefined);
  await release();
}
