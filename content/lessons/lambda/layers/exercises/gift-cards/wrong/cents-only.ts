import type { Card, Layer } from '../layer';

function centsOf(card: Card | undefined): number {
  return card?.cents ?? Math.round((card?.euros ?? 0) * 100);
}

function cardOf(cents: number): Card {
  return { cents };
}

/** Counts in cents, and comes after version 1. */
export const version2: Layer = {
  async pay(cards, id, amount) {
    let isPaid = false;
    await cards.update(id, (card) => {
      const left = centsOf(card);
      isPaid = left >= amount;
      return cardOf(isPaid ? left - amount : left);
    });
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
