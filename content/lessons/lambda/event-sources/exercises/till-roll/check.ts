import { check } from 'happens-before/check';
import { Account, now, sleep } from 'happens-before/lambda';
import type {
  KinesisRecord,
  StreamEvent,
} from 'happens-before/lambda';
import type * as Answer from './solution';

interface Day {
  /** The sale that nobody can book. */
  readonly bad?: number;
  /** Until then nothing can be booked at all. */
  readonly opens?: number;
}

/** A till, and a function that reads its stream. */
function open({ config }: typeof Answer, { bad, opens = 0 }: Day) {
  const account = new Account({ duplicates: 0 });
  const till = account.stream({ name: 'till' });
  const book = account.function({
    name: 'book',
    handler: async (event: StreamEvent<KinesisRecord>) => {
      const sales = event.Records.map(({ kinesis }) => kinesis.data);
      await sleep(197 + sales.length * 97);
      if (now() < opens) throw new Error('the ledger is closed');
      if (sales.includes(bad)) throw new Error('no such tea');
    },
  });
  book.addEventSource(till, config);
  const sell = (sale: number) =>
    till.put(sale, `customer ${sale % 24}`);
  return { account, book, sell };
}

const toSeconds = (ms: number) => Math.round(ms / 1000);

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a usual quarter of a minute',
      async play(answer) {
        const { account, book, sell } = open(answer, {});
        for (let sale = 0; sale < 180; sale++) {
          await sell(sale);
          // Whole microseconds, as sales come by chance.
          const chance = -Math.log(1 - Math.random());
          await sleep(Math.round((chance * 1e6) / 12) / 1e3);
        }
        await account.drain();
        const seen = book.metrics();
        return {
          'seconds behind': toSeconds(seen.IteratorAge.max),
          'at once': seen.ConcurrentExecutions,
          invocations: seen.Invocations,
        };
      },
      limits: {
        'seconds behind': { atMost: 2 },
        'at once': { atMost: 4 },
        invocations: { atMost: 160 },
      },
      timers: 'patient',
      seeds: [1, 2, 3, 4, 5],
    },
    {
      name: 'a sale that cannot be booked',
      async play(answer) {
        const bad = 20 + Math.floor(Math.random() * 40);
        const { account, book, sell } = open(answer, { bad });
        for (let sale = 0; sale < 100; sale++) {
          await sell(sale);
          await sleep(7.13);
        }
        await account.drain();
        const seen = book.metrics();
        return {
          'sales given up': seen.droppedRecords,
          'seconds behind': toSeconds(seen.IteratorAge.max),
        };
      },
      limits: {
        'sales given up': { atMost: 1 },
        'seconds behind': { atMost: 300 },
      },
      timers: 'patient',
      seeds: [1, 2, 3],
    },
    {
      name: 'the ledger is closed for two minutes',
      async play(answer) {
        const { account, book, sell } = open(answer, { opens: 120_000 });
        for (let sale = 0; sale < 60; sale++) {
          await sell(sale);
          await sleep(971);
        }
        await account.drain();
        return { 'sales given up': book.metrics().droppedRecords };
      },
      limits: { 'sales given up': { atMost: 0 } },
      timers: 'patient',
    },
  ],
  mistakes: {
    'half-a-minute': {
      verdict: 'error',
      message: /MaximumRecordAge|maxRecordAge/,
      say: 'AWS refuses this one: the shortest age is a minute.',
    },
    'one-by-one': {
      verdict: 'wrong-result',
      scene: 'a usual quarter of a minute',
      code: /batchSize: 1\b/,
      say: 'No sale has a neighbour to spoil now. But each invocation takes a fifth of a second before it books anything, and now each sale pays that by itself.',
    },
    'too-many-lanes': {
      verdict: 'wrong-result',
      scene: 'a usual quarter of a minute',
      code: /parallelizationFactor: ([5-9]|10)/,
      say: 'So many batches of one shard may be under way at once, and the ledger has four connections. And the more lanes there are, the fewer sales are waiting in each when it looks.',
    },
    'one-lane': {
      verdict: 'wrong-result',
      scene: 'a usual quarter of a minute',
      code: /parallelizationFactor: 1\b/,
      say: 'A tenth of a second for each of twelve sales a second is more than one batch after another can do, however large they are. Which sales have to keep their order, and which do not?',
    },
    'takes-all-with-it': {
      verdict: 'wrong-result',
      scene: 'a sale that cannot be booked',
      got: ['sales given up'],
      say: 'The batch was given up, and with the bad sale went those that happened to sit beside it. Lambda cannot know which one it was. How can it find out?',
    },
    'for-ever': {
      verdict: 'wrong-result',
      scene: 'a sale that cannot be booked',
      code: /^(?![\s\S]*(maxRecordAge|retryAttempts): [\d(])/,
      say: 'Only the bad sale was lost, and it took a day: until then nothing behind it in its lane was booked. Say when to give up.',
    },
    'an-hour': {
      verdict: 'wrong-result',
      scene: 'a sale that cannot be booked',
      got: ['seconds behind'],
      say: 'All customers in the lane of the bad sale wait until it is given up, and then for their turn.',
    },
    'gives-up-at-once': {
      verdict: 'wrong-result',
      scene: 'the ledger is closed for two minutes',
      code: /retryAttempts: \d/,
      say: 'A few attempts are over in seconds, and the ledger is closed for two minutes: sale after sale was tried and given up. And as AWS does not say how far apart attempts are, their number is no time. Which setting is one?',
    },
    'a-minute': {
      verdict: 'wrong-result',
      scene: 'the ledger is closed for two minutes',
      say: 'Good sales were given up because the ledger was closed for longer than that. A bad sale and a bad minute look the same from outside; only waiting tells them apart.',
    },
  },
});
