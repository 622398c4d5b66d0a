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

interface Failure {
  readonly itemIdentifier: string;
}

/** Gives customers the points of their orders. */
export function deploy(
  account: Account,
  orders: Queue,
  cards: Cards,
) {
  const seen = account.table<boolean>({ name: 'seen' });
  const give = account.function({
    name: 'give',
    handler: async ({ Records }: SqsEvent) => {
      const batchItemFailures: Failure[] = [];
      for (const { messageId, body } of Records) {
        try {
          const { id, customer, points }: Order =
            JSON.parse(body);
          const isNew = await seen
            .put(id, true, {
              condition: (item) => item === undefined,
            })
            .then(() => true, () => false);
          if (!isNew) continue;
          await cards.update(customer, (card) => ({
            points: (card?.points ?? 0) + points,
          }));
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
