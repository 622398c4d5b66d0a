import type { Table } from 'happens-before/lambda';

/** What the table has of a gift card. */
export interface Card {
  readonly euros?: number;
  readonly cents?: number;
}

/** What the layer `cards` offers. All amounts are in cents. */
export interface Layer {
  /** Takes `amount` off the card if it has as much. */
  pay(
    cards: Cards,
    id: string,
    amount: number,
  ): Promise<boolean>;
  /** Puts `amount` on the card; makes the card if need be. */
  topUp(
    cards: Cards,
    id: string,
    amount: number,
  ): Promise<void>;
  left(cards: Cards, id: string): Promise<number>;
}

type Cards = Table<Card>;

function centsOf(card: Card | undefined): number {
  return card?.cents ?? Math.round((card?.euros ?? 0) * 100);
}

function cardOf(cents: number): Card {
  return { cents, euros: cents / 100 };
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

/** Published, and in use: it stays as it is. */
export const version1: Layer = {
  async pay(cards, id, amount) {
    let isPaid = false;
    await cards.update(id, (card) => {
      const euros = card?.euros ?? 0;
      isPaid = euros >= amount / 100;
      const less = isPaid ? amount / 100 : 0;
      return { ...card, euros: euros - less };
    });
    return isPaid;
  },
  async topUp(cards, id, amount) {
    await cards.update(id, (card) => ({
      ...card,
      euros: (card?.euros ?? 0) + amount / 100,
    }));
  },
  async left(cards, id) {
    const card = await cards.get(id);
    return Math.round((card?.euros ?? 0) * 100);
  },
};
