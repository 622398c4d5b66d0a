import { now } from 'happens-before/lambda';

export type Prices = Readonly<Record<string, number>>;

/** Where prices are kept. Asking takes 300 ms, and may fail. */
export interface Office {
  prices(): Promise<Prices>;
}

export const MINUTE = 60_000;

/** Runs once in each environment; returns its handler. */
export function start(office: Office) {
  let prices: Prices = {};
  let loadedAt = -Infinity;
  return async (item: string) => {
    if (now() - loadedAt > MINUTE) {
      const askedAt = now();
      prices = await office.prices();
      loadedAt = askedAt;
    }
    return prices[item] ?? 0;
  };
}
