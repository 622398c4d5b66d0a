import type { Table } from 'happens-before/lambda';

/** What a handler is told besides the item that is sold. */
export interface Context {
  readonly awsRequestId: string;
}

/** Runs before the snapshot is taken; returns the handler. */
export function start(receipts: Table<string>) {
  let count = 0;
  return async (item: string, context: Context) => {
    const till = context.awsRequestId;
    count += 1;
    const number = `${till}-${count}`;
    await receipts.put(number, item);
    return number;
  };
}
