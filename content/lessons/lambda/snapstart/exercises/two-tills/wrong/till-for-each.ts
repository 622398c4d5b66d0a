import type { Table } from 'happens-before/lambda';

/** What a handler is told besides the item that is sold. */
export interface Context {
  readonly awsRequestId: string;
}

/** Runs before the snapshot is taken; returns the handler. */
export function start(receipts: Table<string>) {
  return async (item: string, context: Context) => {
    const number = `${crypto.randomUUID()}-1`;
    await receipts.put(number, item);
    return number;
  };
}
