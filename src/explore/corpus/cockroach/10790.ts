/**
 * cockroach_10790 · Chan+ctx
 * A replica waits for the commands before its own. If it is cancelled meanwhile, it leaves a goroutine behind that waits for all of
 * them once more, though some have reported already and the others were cancelled too.
 * @expects leak chan receive
 * @expects leak chan receive, chan receive
 * @oracle flaky
 * @rate 28
 */
import { chan, context, go, select, type Chan } from 'happens-before/go';

class Replica {
  readonly #overlapping: Chan<void>[] = [chan<void>(), chan<void>()];

  /** The commands before. Each reports that it is done, unless it is cancelled. */
  async runOverlapping(ctx: context.Context) {
    for (const done of this.#overlapping) {
      const cancelled = await select(
        done.onSend(undefined, () => false),
        ctx.done().onReceive(() => true),
      );
      if (cancelled) return;
    }
  }

  async beginCommand(ctx: context.Context) {
    for (const done of this.#overlapping) {
      await select(
        done.onReceive(),
        ctx.done().onReceive(() => {
          go('drainer', async () => {
            for (const done of this.#overlapping) await done.receive();
          });
        }),
      );
    }
  }
}

const replica = new Replica();
const [ctx, cancel] = context.withCancel(context.background());
go('overlapping', async () => {
  await replica.runOverlapping(ctx);
});
go('command', async () => {
  await replica.beginCommand(ctx);
});
go('canceller', cancel);
