import { context, errgroup } from 'happens-before/go';

const root = context.background();
const [group, ctx] = errgroup.withContext(root);

group.go(async function hotel() {
  throw new Error('sold out');
});
group.go(async function flight() {
  throw new Error('fully booked');
});
group.go(async function car() {
  await ctx.done().receive();
  throw new Error('given up');
});

try {
  await group.wait();
} catch (error) {
  console.log((error as Error).message);
}
