import type {
  Account,
  Queue,
  SqsEvent,
} from 'happens-before/lambda';

/** What a message says, as JSON. */
export interface Order {
  readonly id: string;
  readonly customer: string;
  readonly points: number;
}

/** What is kept of a customer. Add what you need. */
export interface Card {
  readonly points: number;
}

/** Changes a customer's card in one step, or throws. */
export interface Cards {
  update(
    customer: string,
    change: (card: Card | undefined) => Card,
  ): Promise<Card>;
}

/** Gives customers the points of their orders. */
export function deploy(
  account: Account,
  orders: Queue,
  cards: Cards,
) {
  const give = account.function({
    name: 'give',
    handler: async ({ Records }: SqsEvent) => {
      for (const { body } of Records) {
        const { customer, points }: Order = JSON.parse(body);
        await cards.update(customer, (card) => ({
          points: (card?.points ?? 0) + points,
        }));
      }
    },
  });
  give.addEventSource(orders, { batchSize: 1 });
}
