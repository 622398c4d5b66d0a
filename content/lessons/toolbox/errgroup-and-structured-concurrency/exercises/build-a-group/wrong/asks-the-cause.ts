import { context, Once, WaitGroup } from 'happens-before/go';

/** Waits for all work, and stops it when some fails. */
export function makeGroup(parent: context.Context) {
  const [ctx, cancel] = context.withCancelCause(parent);
  const members = new WaitGroup();
  const first = new Once();

  return {
    ctx,
    go(work: () => Promise<void>) {
      members.go(async () => {
        try {
          await work();
        } catch (error) {
          await first.do(() => {
            
            cancel(error);
          });
        }
      });
    },
    async wait() {
      await members.wait();
      const cause = context.cause(ctx);
      cancel();
      if (cause) throw cause;
      
    },
  };
}
