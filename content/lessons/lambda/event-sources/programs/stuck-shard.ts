import { Account, now, sleep } from 'happens-before/lambda';
import type {
  KinesisRecord,
  StreamEvent,
} from 'happens-before/lambda';

const retryAttempts = -1;
const bisect = 0;
const batchSize = 20;
const parallelizationFactor = 1;

const account = new Account({ duplicates: 0 });
const till = account.stream({ name: 'till' });
const book = account.function({
  name: 'book',
  handler: async (event: StreamEvent<KinesisRecord>) => {
    await sleep(1973);
    for (const { kinesis } of event.Records)
      if (kinesis.data === 40) throw new Error('no such tea');
  },
});
book.addEventSource(till, {
  batchSize,
  retryAttempts,
  parallelizationFactor,
  bisectBatchOnError: Boolean(bisect),
});

for (let sale = 1; sale <= 120; sale++) {
  await till.put(sale, `customer ${sale % 12}`);
  await sleep(250);
}
await account.drain();
console.log('lost:', book.metrics().droppedRecords);
console.log(`done after ${Math.round(now() / 1000)} s`);
