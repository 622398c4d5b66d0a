import type { HttpEvent, Table } from 'happens-before/lambda';

/** What is remembered of a key. Change it as you like. */
export type Note = string;

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
    const note = await notes.get(key);
    if (note === 'begun') return { statusCode: 409 };
    if (note) return { statusCode: 201, body: note };
    await notes.put(key, 'begun');
    try {
      const number = await supplier.order(event.body!);
      await notes.put(key, number);
      return { statusCode: 201, body: number };
    } catch {
      await notes.delete(key);
      return { statusCode: 503 };
    }
  };
}
