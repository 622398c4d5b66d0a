import type { Card, Layer } from '../layer';

// Whatever version 1 does, it does to `euros`.
function centsOf(card: Card | undefined): number {
  return Math.round((card?.euros ?? 0) * 100);
}

// `cents` is for a version that will not meet version 1.
function cardOf(cents: number): Card {
  return { cents, euros: cents / 100 };
}

/** Counts in cents, and comes after version 1. */
export const version2: Layer = {
  async pay(cards, id, amount) {
    const left = centsOf(await cards.get(id));
    if (left < amount) return false;
    await cards.put(id, cardOf(left - amount));
    return true;
  },
  async topUp(cards, id, amount) {
    const left = centsOf(await cards.get(id));
    await cards.put(id, cardOf(left + amount));
  },
  async left(cards, id) {
    return centsOf(await cards.get(id));
  },
};
