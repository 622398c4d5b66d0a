import type { context} from 'happens-before/go';
import { errgroup } from 'happens-before/go';

type Step = (ctx: context.Context) => Promise<void>;

/** Makes all reservations together, then pays. */
export async function book(
  parent: context.Context,
  reservations: Step[],
  pay: Step,
) {
  const [group, ctx] = errgroup.withContext(parent);
  group.setLimit(2);
  for (const reserve of reservations) {
    await group.go(() => reserve(ctx));
  }
  await group.wait();
  await pay(parent);
}
