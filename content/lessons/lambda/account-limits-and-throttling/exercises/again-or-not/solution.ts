import { sleep } from 'happens-before/lambda';
import type { LambdaFunction } from 'happens-before/lambda';

export type Pay = LambdaFunction<string, string>;

/** Pays for an order. Calls `pay` five times at most. */
export async function order(
  pay: Pay,
  id: string,
): Promise<'paid' | 'failed' | 'busy'> {
  for (let wait = 200, left = 5; ; wait *= 2) {
    const answer = await pay.invoke(id);
    if (answer.status === 200)
      return answer.functionError ? 'failed' : 'paid';
    left -= 1;
    if (left === 0) return 'busy';
    await sleep(wait / 2 + Math.random() * (wait / 2));
  }
}
