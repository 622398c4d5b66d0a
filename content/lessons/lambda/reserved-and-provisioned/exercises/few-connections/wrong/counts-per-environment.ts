import { sleep } from 'happens-before/lambda';
import type {
  Account,
  LambdaFunction,
} from 'happens-before/lambda';

/** Takes so many connections at once. Refuses any above. */
export interface Database {
  readonly connections: number;
  save(order: string): Promise<string>;
}

/** The function that saves orders. */
export function deploy(account: Account, db: Database) {
  return account.function({
    name: 'store',
    init: 250,
    handler: () => {
      let open = 0;
      return async (order: string) => {
        while (open >= db.connections) await sleep(10);
        open += 1;
        try {
          return await db.save(order);
        } finally {
          open -= 1;
        }
      };
    },
  });
}

type Store = LambdaFunction<string, string>;

/** Called for every order. Returns once it is saved. */
export async function submit(store: Store, order: string) {
  await store.invoke(order);
}
