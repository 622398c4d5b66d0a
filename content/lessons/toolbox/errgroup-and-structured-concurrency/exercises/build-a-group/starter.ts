import { context, WaitGroup } from 'happens-before/go';

/** Waits for all work, and stops it when some fails. */
export function makeGroup(parent: context.Context) {
  const [ctx] = context.withCancelCause(parent);
  const members = new WaitGroup();

  return {
    ctx,
    go(work: () => Promise<void>) {
      members.go(async () => {
        try {
          await work();
        } catch {
          // Who is to be told?
        }
      });
    },
    async wait() {
      await members.wait();
    },
  };
}
