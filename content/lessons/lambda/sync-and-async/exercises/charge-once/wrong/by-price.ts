import type { Account } from 'happens-before/lambda';

export interface Order {
  readonly id: string;
  readonly price: number;
}

/** It charges as often as it is asked, or throws. */
export interface Bank {
  charge(id: string, price: number): Promise<void>;
}

/** A line that is there already is written once. */
export interface Log {
  write(line: string): Promise<void>;
}

/** The function that is sent each order as an event. */
export function deploy(account: Account, bank: Bank, log: Log) {
  const payments = account.table<'begun' | 'paid'>({
    name: 'payments',
  });
  return account.function({
    name: 'pay',
    timeout: 3000,
    handler: async ({ id, price }: Order) => {
      if ((await payments.get(`${price}`)) !== 'paid') {
        // Throws if somebody has begun: tried again later.
        await payments.put(`${price}`, 'begun', {
          condition: (state) => state === undefined,
        });
        try {
          await bank.charge(id, price);
        } catch (error) {
          await payments.delete(`${price}`);
          throw error;
        }
        await payments.put(`${price}`, 'paid');
      }
      await log.write(`${id} paid`);
    },
  });
}
