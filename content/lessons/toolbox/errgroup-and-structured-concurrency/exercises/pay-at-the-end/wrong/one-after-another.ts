import { context } from 'happens-before/go';

type Step = (ctx: context.Context) => Promise<void>;

export async function book(
  parent: context.Context,
  reservations: Step[],
  pay: Step,
) {
  const [ctx, cancel] = context.withCancel(parent);
  try {
    for (const reserve of reservations) await reserve(ctx);
  } finally {
    cancel();
  }
  await pay(parent);
}
