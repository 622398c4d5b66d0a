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

export type Cards = Table<Card>;
