import type { Card, Layer } from '../layer';

function centsOf(card: Card | undefined): number {
  return Math.round((card?.euros ?? 0) * 100);
}

function cardOf(cents: number): Card {
  return { cents, euros: cents / 100 };
}

/** Counts in cents, and comes after version 1. */
export const version2: Layer = {
  async pay(cards, id, amount) {
    const left = centsOf(await cards.get(id));
    const isPaid = left >= amount;
    if (isPaid) await cards.update(id, () => cardOf(left - amount));
    return isPaid;
  },
  async topUp(cards, id, amount) {
    await cards.update(id, (card) =>
      cardOf(centsOf(card) + amount),
    );
  },
  async left(cards, id) {
    return centsOf(await cards.get(id));
  },
};
