import type { Table } from 'happens-before/lambda';

/** What a handler is told besides the item that is sold. */
export interface Context {
  readonly awsRequestId: string;
}

/** Runs before the snapshot is taken; returns the handler. */
export function start(receipts: Table<string>) {
  const till = crypto.randomUUID();
  let count = Math.floor(Math.random() * 1_000_000);
  return async (item: string, context: Context) => {
    count += 1;
    const number = `${till}-${count}`;
    await receipts.put(number, item);
    return number;
  };
}
