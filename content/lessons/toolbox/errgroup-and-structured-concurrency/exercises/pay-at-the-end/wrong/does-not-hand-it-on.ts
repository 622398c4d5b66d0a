import type { context} from 'happens-before/go';
import { errgroup } from 'happens-before/go';

type Step = (ctx: context.Context) => Promise<void>;

export async function book(
  parent: context.Context,
  reservations: Step[],
  pay: Step,
) {
  const [group] = errgroup.withContext(parent);
  for (const reserve of reservations) {
    group.go(() => reserve(parent));
  }
  await group.wait();
  await pay(parent);
}
