import { context, Once, WaitGroup } from 'happens-before/go';

/** Waits for all work, and stops it when some fails. */
export function makeGroup(parent: context.Context) {
  const [ctx, cancel] = context.withCancelCause(context.background());
  const members = new WaitGroup();
  const first = new Once();
  let failed: { error: unknown } | undefined;

  return {
    ctx,
    go(work: () => Promise<void>) {
      members.go(async () => {
        try {
          await work();
        } catch (error) {
          await first.do(() => {
            failed = { error };
            cancel(error);
          });
        }
      });
    },
    async wait() {
      await members.wait();
      cancel();
      if (failed) throw failed.error;
    },
  };
}
