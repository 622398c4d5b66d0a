import { Account, now } from 'happens-before/lambda';
import type { SqsEvent } from 'happens-before/lambda';

const account = new Account({ duplicates: 0 });
const dead = account.queue({ name: 'dead' });
const orders = account.queue({
  name: 'orders',
  deadLetterQueue: { queue: dead, maxReceiveCount: 2 },
});

const pack = account.function({
  name: 'pack',
  handler: async ({ Records }: SqsEvent) => {
    for (const { body } of Records) {
      if (body === 'jam') throw new Error('no jars');
      console.log(`${body} packed at ${now() / 1000} s`);
    }
  },
});

await orders.sendBatch(['tea', 'jam', 'salt']);
pack.addEventSource(orders);
await account.drain();
const seen = dead.metrics();
console.log(
  'given up:',
  seen.ApproximateNumberOfMessagesVisible,
);
