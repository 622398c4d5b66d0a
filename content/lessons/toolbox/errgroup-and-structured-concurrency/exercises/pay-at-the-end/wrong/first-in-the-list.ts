import { context } from 'happens-before/go';

type Step = (ctx: context.Context) => Promise<void>;

export async function book(
  parent: context.Context,
  reservations: Step[],
  pay: Step,
) {
  const [ctx, cancel] = context.withCancelCause(parent);
  const all = await Promise.allSettled(
    reservations.map(async (reserve) => {
      try {
        await reserve(ctx);
      } catch (error) {
        cancel(error as Error);
        throw error;
      }
    }),
  );
  cancel();
  for (const one of all) {
    if (one.status === 'rejected') throw one.reason;
  }
  await pay(parent);
}
