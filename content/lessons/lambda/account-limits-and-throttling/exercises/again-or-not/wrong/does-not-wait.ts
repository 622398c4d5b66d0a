import type { LambdaFunction } from 'happens-before/lambda';

export type Pay = LambdaFunction<string, string>;

/** Pays for an order. Calls `pay` five times at most. */
export async function order(
  pay: Pay,
  id: string,
): Promise<'paid' | 'failed' | 'busy'> {
  for (let left = 5; left > 0; left--) {
    const answer = await pay.invoke(id);
    if (answer.status === 200)
      return answer.functionError ? 'failed' : 'paid';
  }
  return 'busy';
}
