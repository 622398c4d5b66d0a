import type { LambdaFunction } from 'happens-before/lambda';

export type Pay = LambdaFunction<string, string>;

/** Pays for an order. Calls `pay` five times at most. */
export async function order(
  pay: Pay,
  id: string,
): Promise<'paid' | 'failed' | 'busy'> {
  await pay.invoke(id, { type: 'Event' });
  return 'paid';
}
