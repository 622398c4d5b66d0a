import type { Table } from 'happens-before/lambda';

/** What a handler is told besides the item that is sold. */
export interface Context {
  readonly awsRequestId: string;
}

/** A small generator: the same seed, the same numbers. */
function generator(seed: number) {
  let state = Math.floor(seed * 2 ** 31);
  return () => (state = (state * 48_271) % 2_147_483_647);
}

/** Runs before the snapshot is taken; returns the handler. */
export function start(receipts: Table<string>) {
  const next = generator(Math.random());
  let till: number | undefined;
  let count = 0;
  return async (item: string, context: Context) => {
    till ??= next();
    count += 1;
    const number = `${till}-${count}`;
    await receipts.put(number, item);
    return number;
  };
}
