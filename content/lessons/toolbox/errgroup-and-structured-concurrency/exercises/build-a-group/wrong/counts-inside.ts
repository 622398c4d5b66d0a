import { context, go, Once, WaitGroup } from 'happens-before/go';

export function makeGroup(parent: context.Context) {
  const [ctx, cancel] = context.withCancelCause(parent);
  const members = new WaitGroup();
  const first = new Once();
  let failed: { error: unknown } | undefined;

  return {
    ctx,
    go(work: () => Promise<void>) {
      go(async () => {
        members.add(1);
        try {
          await work();
        } catch (error) {
          await first.do(() => {
            failed = { error };
            cancel(error);
          });
        }
        members.done();
      });
    },
    async wait() {
      await members.wait();
      cancel();
      if (failed) throw failed.error;
    },
  };
}
