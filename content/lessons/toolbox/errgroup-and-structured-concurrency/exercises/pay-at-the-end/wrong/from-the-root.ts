import { context, errgroup } from 'happens-before/go';

type Step = (ctx: context.Context) => Promise<void>;

export async function book(
  parent: context.Context,
  reservations: Step[],
  pay: Step,
) {
  const [group, ctx] = errgroup.withContext(context.background());
  for (const reserve of reservations) {
    group.go(() => reserve(ctx));
  }
  await group.wait();
  await pay(parent);
}
