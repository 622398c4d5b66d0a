import { Account } from 'happens-before/lambda';
import type {
  KinesisRecord,
  SnsEvent,
  StreamEvent,
} from 'happens-before/lambda';

const account = new Account({ duplicates: 0 });
const door = account.table<unknown>({ name: 'door' });
const till = account.table<unknown>({ name: 'till' });

const topic = account.topic({ name: 'topic' });
const told = account.function({
  name: 'told',
  handler: async ({ Records }: SnsEvent) => {
    for (const { Sns } of Records)
      await door.put('tea', Sns.Message);
  },
});
topic.subscribe(told);

const stream = account.stream({ name: 'stream' });
const read = account.function({
  name: 'read',
  handler: async (event: StreamEvent<KinesisRecord>) => {
    for (const { kinesis } of event.Records)
      await till.put('tea', kinesis.data);
  },
});
read.addEventSource(stream);

for (const price of [3, 4]) {
  await topic.publish(price);
  await stream.put(price, 'tea');
}
await account.drain();
console.log('on the door:', await door.get('tea'));
console.log('at the till:', await till.get('tea'));
