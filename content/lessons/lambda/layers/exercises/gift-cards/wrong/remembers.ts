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
