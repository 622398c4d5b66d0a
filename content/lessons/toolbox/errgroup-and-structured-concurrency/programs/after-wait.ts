import { context, errgroup } from 'happens-before/go';

async function pay(ctx: context.Context) {
  console.log(ctx.err()?.message ?? 'paid');
}

const root = context.background();
const [group, ctx] = errgroup.withContext(root);
group.go(async () => {});
await group.wait();

await pay(ctx);
await pay(root);
