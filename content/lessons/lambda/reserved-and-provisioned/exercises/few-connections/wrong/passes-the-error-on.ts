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
    reserved: db.connections,
    handler: async (order: string) => db.save(order),
  });
}

type Store = LambdaFunction<string, string>;

/** Called for every order. Returns once it is saved. */
export async function submit(store: Store, order: string) {
  const answer = await store.invoke(order);
  if (answer.status === 429) throw new Error(answer.reason);
}
