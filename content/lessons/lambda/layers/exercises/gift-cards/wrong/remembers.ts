import type { Card, Cards, Layer } from '../layer';

// Whatever version 1 does, it does to `euros`.
function centsOf(card: Card | undefined): number {
  return Math.round((card?.euros ?? 0) * 100);
}

// `cents` is for a version that will not meet version 1.
function cardOf(cents: number): Card {
  return { cents, euros: cents / 100 };
}

// Once in each environment.
const known = new Map<string, number>();

async function recall(cards: Cards, id: string) {
  const cents = known.get(id) ?? centsOf(await cards.get(id));
  known.set(id, cents);
  return cents;
}

/** Counts in cents, and comes after version 1. */
export const version2: Layer = {
  async pay(cards, id, amount) {
    const left = await recall(cards, id);
    if (left < amount) return false;
    known.set(id, left - amount);
    await cards.put(id, cardOf(left - amount));
    return true;
  },
  async topUp(cards, id, amount) {
    const left = (await recall(cards, id)) + amount;
    known.set(id, left);
    await cards.put(id, cardOf(left));
  },
  async left(cards, id) {
    return await recall(cards, id);
  },
};
