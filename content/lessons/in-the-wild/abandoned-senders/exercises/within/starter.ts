import {
  after,
  chan,
  context,
  go,
  select,
} from 'happens-before/go';

type Work = (ctx: context.Context) => Promise<string>;

export async function within(ms: number, work: Work) {
  const ctx = context.background();
  const results = chan<string>();
  const errors = chan<unknown>();
  go('work', async () => {
    let result: string;
    try {
      result = await work(ctx);
    } catch (error) {
      await errors.send(error);
      return;
    }
    await results.send(result);
  });
  return select(
    results.onReceive((result) => result!),
    errors.onReceive((error) => {
      throw error;
    }),
    after(ms).onReceive(() => {
      throw new Error('too late');
    }),
  );
}
