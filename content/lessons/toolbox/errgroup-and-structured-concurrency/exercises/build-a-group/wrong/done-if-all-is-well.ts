import { context, go, Once, WaitGroup } from 'happens-before/go';

export function makeGroup(parent: context.Context) {
  const [ctx, cancel] = context.withCancelCause(parent);
  const members = new WaitGroup();
  const first = new Once();
  let failed: { error: unknown } | undefined;

  return {
    ctx,
    go(work: () => Promise<void>) {
      members.add(1);
      go(async () => {
        try {
          await work();
          members.done();
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
