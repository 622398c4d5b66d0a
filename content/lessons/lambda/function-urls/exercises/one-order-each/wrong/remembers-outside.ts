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

const seen = new Map<string, string>();

/** Once in each environment: makes its handler. */
export function start(
  notes: Table<Note>,
  supplier: Supplier,
) {
  return async (event: HttpEvent): Promise<Reply> => {
    const key = event.headers['idempotency-key']!;
    const known = seen.get(key);
    if (known === 'begun') return { statusCode: 409 };
    if (known) return { statusCode: 201, body: known };
    seen.set(key, 'begun');
    try {
      const number = await supplier.order(event.body!);
      seen.set(key, number);
      return { statusCode: 201, body: number };
    } catch {
      seen.delete(key);
      return { statusCode: 503 };
    }
  };
}
