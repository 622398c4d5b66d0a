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
  for (const reserve of reservations) {
    group.go(() => reserve(ctx));
  }
  await group.wait();
  void pay(parent);
}
