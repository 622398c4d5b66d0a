import { Account, sleep } from 'happens-before/lambda';

const account = new Account({ duplicates: 0 });
const clerk = (name: string) =>
  account.function({
    name,
    handler: async () => {
      throw new Error('no ink');
    },
  });
const byHand = clerk('by hand');
const s3 = clerk('S3');
const sqs = clerk('SQS');
const kinesis = clerk('Kinesis');

const bucket = account.bucket({ name: 'bucket' });
bucket.notify(s3);
const dead = account.queue({ name: 'dead' });
const queue = account.queue({
  name: 'queue',
  deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
});
sqs.addEventSource(queue);
const stream = account.stream({ name: 'stream' });
kinesis.addEventSource(stream);

await byHand.invoke('order 7');
await bucket.put('order 7');
// If two of them met, there would be thousands of orders.
await sleep(70);
await queue.send('order 7');
await sleep(70);
await stream.put('order 7', 'Ada');
await account.drain();

for (const fn of [byHand, s3, sqs, kinesis]) {
  const { Errors, counts } = fn.metrics();
  const last = Math.round((counts.at(-1)?.at ?? 0) / 1000);
  console.log(`${fn.name}: ${Errors}, the last at ${last} s`);
}
