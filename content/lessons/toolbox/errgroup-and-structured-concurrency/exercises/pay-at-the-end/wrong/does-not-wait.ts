import { chan, context, go } from 'happens-before/go';

type Step = (ctx: context.Context) => Promise<void>;

export async function book(
  parent: context.Context,
  reservations: Step[],
  pay: Step,
) {
  const [ctx, cancel] = context.withCancelCause(parent);
  const ended = chan<unknown>(reservations.length);
  for (const reserve of reservations) {
    go(async () => {
      try {
        await reserve(ctx);
        await ended.send(undefined);
      } catch (error) {
        await ended.send(error);
      }
    });
  }
  for (const _ of reservations) {
    const error = await ended.receive();
    if (!error) continue;
    cancel(error);
    throw error;
  }
  cancel(undefined);
  await pay(parent);
}
