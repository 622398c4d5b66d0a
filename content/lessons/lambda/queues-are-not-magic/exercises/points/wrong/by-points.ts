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
  readonly orders?: readonly string[];
}

/** Changes a customer's card in one step, or throws. */
export interface Cards {
  update(
    customer: string,
    change: (card: Card | undefined) => Card,
  ): Promise<Card>;
}

interface Failure {
  readonly itemIdentifier: string;
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
      const batchItemFailures: Failure[] = [];
      for (const { messageId, body } of Records) {
        try {
          const { id, customer, points }: Order =
            JSON.parse(body);
          await cards.update(customer, (card) => {
            if (card?.orders?.includes(`${points}`))
              return card;
            return {
              points: (card?.points ?? 0) + points,
              orders: [...(card?.orders ?? []), `${points}`],
            };
          });
        } catch {
          batchItemFailures.push({
            itemIdentifier: messageId,
          });
        }
      }
      return { batchItemFailures };
    },
  });
  give.addEventSource(orders, {
    reportBatchItemFailures: true,
  });
}
