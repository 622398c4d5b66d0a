import { chan, context, WaitGroup } from 'happens-before/go';

export function makeGroup(parent: context.Context) {
  const [ctx, cancel] = context.withCancelCause(parent);
  const members = new WaitGroup();
  const ended = chan<{ error: unknown } | undefined>(100);
  let started = 0;

  return {
    ctx,
    go(work: () => Promise<void>) {
      started++;
      members.go(async () => {
        try {
          await work();
          await ended.send(undefined);
        } catch (error) {
          await ended.send({ error });
        }
      });
    },
    async wait() {
      for (let i = 0; i < started; i++) {
        const failed = await ended.receive();
        if (!failed) continue;
        cancel(failed.error);
        throw failed.error;
      }
      cancel();
    },
  };
}
