import { context, Mutex, WaitGroup } from 'happens-before/go';

export function makeGroup(parent: context.Context) {
  const [ctx, cancel] = context.withCancelCause(parent);
  const members = new WaitGroup();
  const mutex = new Mutex();
  let failed: { error: unknown } | undefined;

  return {
    ctx,
    go(work: () => Promise<void>) {
      members.go(async () => {
        try {
          await work();
        } catch (error) {
          await mutex.lock();
          failed = { error };
          cancel(error);
          mutex.unlock();
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
