import { now } from 'happens-before/lambda';
import type { HttpEvent, Table } from 'happens-before/lambda';

/** What is remembered of a key. Change it as you like. */
export type Note = { since: number; number?: string };

/** Orders as often as it is asked, or throws: no order. */
export interface Supplier {
  order(item: string): Promise<string>;
}

export interface Reply {
  readonly statusCode: number;
  readonly body?: string;
}

/** Once in each environment: makes its handler. */
export function start(
  notes: Table<Note>,
  supplier: Supplier,
) {
  return async (event: HttpEvent): Promise<Reply> => {
    const key = event.headers['idempotency-key']!;
    const since = now();
    const isMine = await notes
      .put(key, { since }, {
        condition: (note) =>
          note === undefined ||
          (!note.number && since - note.since > 5000),
      })
      .then(() => true, () => false);
    if (!isMine) {
      const number = (await notes.get(key))?.number;
      return number === undefined
        ? { statusCode: 409 }
        : { statusCode: 201, body: number };
    }
    try {
      const number = await supplier.order(event.body!);
      await notes.put(key, { since, number });
      return { statusCode: 201, body: number };
    } catch {
      await notes.delete(key);
      return { statusCode: 503 };
    }
  };
}
