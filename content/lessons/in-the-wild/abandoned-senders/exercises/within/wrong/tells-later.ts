import {
  after,
  chan,
  context,
  go,
  select,
} from 'happens-before/go';
type Work = (ctx: context.Context) => Promise<string>;
export async function within(ms: number, work: Work) {
  const [ctx, cancel] = context.withTimeout(
    context.background(),
    2 * ms,
  );
  const results = chan<string>(1);
  const errors = chan<unknown>(1);
  go('work', async () => {
    try {
      const r = await work(ctx);
      await results.send(r);
    } catch (error) {
      await errors.send(error);
    }
  });
  return select(
    results.onReceive((result) => {
      cancel();
      return result!;
    }),
    errors.onReceive((error) => {
      cancel();
      throw error;
    }),
    after(ms).onReceive(() => {
      throw new Error('too late');
    }),
  );
}
