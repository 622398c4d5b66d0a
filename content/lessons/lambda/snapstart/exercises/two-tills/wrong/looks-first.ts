import type { Table } from 'happens-before/lambda';

/** What a handler is told besides the item that is sold. */
export interface Context {
  readonly awsRequestId: string;
}

/** Runs before the snapshot is taken; returns the handler. */
export function start(receipts: Table<string>) {
  const till = crypto.randomUUID();
  let count = 0;
  return async (item: string, context: Context) => {
    let number: string;
    do {
      count += 1;
      number = `${till}-${count}`;
    } while ((await receipts.get(number)) !== undefined);
    await receipts.put(number, item);
    return number;
  };
}
