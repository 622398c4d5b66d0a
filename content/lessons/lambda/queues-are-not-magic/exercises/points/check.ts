import { check } from 'happens-before/check';
import { Account, now } from 'happens-before/lambda';
import type * as Answer from './solution';

interface Day {
  /** The cards cannot be written to before. */
  readonly cardsOpen?: number;
  readonly duplicates?: number;
}

/** Sends the messages; says who has which points. */
async function evening(
  { deploy }: typeof Answer,
  bodies: readonly unknown[],
  { cardsOpen = 0, duplicates = 0 }: Day,
) {
  const account = new Account({ duplicates });
  const dead = account.queue({ name: 'dead' });
  const orders = account.queue({
    name: 'orders',
    deadLetterQueue: { queue: dead, maxReceiveCount: 3 },
  });
  const table = account.table<Answer.Card>({ name: 'cards' });
  const cards: Answer.Cards = {
    async update(customer, change) {
      if (now() < cardsOpen) throw new Error('throttled');
      return table.update(customer, change);
    },
  };
  await orders.sendBatch(bodies);
  deploy(account, orders, cards);
  await account.drain();
  const seen = dead.metrics();
  return {
    ada: (await table.get('ada'))?.points ?? 0,
    bo: (await table.get('bo'))?.points ?? 0,
    dead: seen.ApproximateNumberOfMessagesVisible,
  };
}

const one = { id: 'order 1', customer: 'ada', points: 5 };
const two = { id: 'order 2', customer: 'bo', points: 3 };

/** The same order; as JSON it is another text. */
const twoInOtherWords = { points: 3, customer: 'bo', id: 'order 2' };

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one message cannot be read',
      play: (answer) => evening(answer, [one, '{oops', two], {}),
      expect: { ada: 5, bo: 3, dead: 1 },
      timers: 'patient',
      maxRuns: 300,
    },
    {
      name: 'the cards are busy at first',
      play: (answer) =>
        evening(answer, [two, one], { cardsOpen: 1000 }),
      expect: { ada: 5, bo: 3, dead: 0 },
      timers: 'patient',
      maxRuns: 300,
    },
    {
      name: 'SQS delivers a message twice',
      play: (answer) => evening(answer, [one], { duplicates: 1 }),
      expect: { ada: 5, bo: 0, dead: 0 },
      timers: 'patient',
      maxRuns: 300,
    },
    {
      name: 'the shop sends an order twice',
      play: (answer) =>
        evening(
          answer,
          [two, { ...one, customer: 'bo' }, twoInOtherWords],
          {},
        ),
      expect: { ada: 0, bo: 8, dead: 0 },
      timers: 'patient',
      maxRuns: 300,
    },
    {
      name: 'two orders with as many points',
      play: (answer) =>
        evening(answer, [one, { ...one, id: 'order 3' }], {}),
      expect: { ada: 10, bo: 0, dead: 0 },
      timers: 'patient',
      maxRuns: 300,
    },
  ],
  mistakes: {
    'by-points': {
      verdict: 'wrong-result',
      scene: 'two orders with as many points',
      say: 'Two orders of one customer brought the same number of points, and the second was taken for the first. What tells one order from another is its id.',
    },
    'by-body': {
      verdict: 'wrong-result',
      scene: 'the shop sends an order twice',
      code: /includes\(body\)/,
      say: 'The second message says the same in other words: its fields come in another order. Compare what is meant, the id of the order, rather than the text.',
    },
    'one-by-one': {
      verdict: 'wrong-result',
      scene: 'SQS delivers a message twice',
      code: /batchSize: 1\b/,
      say: 'A bad message has only itself to spoil now, at the price of an invocation for each message. But a message can come twice, whatever the size of a batch.',
    },
    'forgets-to-say': {
      verdict: 'wrong-result',
      scene: 'one message cannot be read',
      code: /batchItemFailures(?![\s\S]*reportBatchItemFailures)/,
      say: 'The handler reports what failed, and nobody has asked it to: without reportBatchItemFailures, whatever it returns means success, and the whole batch is deleted.',
    },
    'reports-only': {
      verdict: 'wrong-result',
      scene: 'SQS delivers a message twice',
      code: /^(?![\s\S]*\.(get|put)\()[\s\S]*reportBatchItemFailures/,
      say: 'Good messages no longer suffer for bad ones. A message that comes twice still counts twice: how could a second delivery see that the first has been there?',
    },
    swallows: {
      verdict: 'wrong-result',
      scene: 'one message cannot be read',
      got: { ada: 5, bo: 3, dead: 0 },
      say: 'The bad message is gone. It was deleted, because a handler that returns has succeeded. Nobody will ever look at it; what says that it failed?',
    },
    'throws-at-the-end': {
      verdict: 'wrong-result',
      scene: 'one message cannot be read',
      got: { ada: 5, bo: 3, dead: 3 },
      say: 'Everybody has their points once. But who throws fails the whole batch, so the good messages came back three times, and were given up with the bad one.',
    },
    'stops-at-the-first': {
      verdict: 'wrong-result',
      scene: 'one message cannot be read',
      got: { ada: 5, bo: 0, dead: 1 },
      say: 'What stands behind the bad message was never handled, and as it was not reported either, it was deleted. (Stopping is right on a FIFO queue, if you report the rest as well.)',
    },
    'claims-first': {
      verdict: 'wrong-result',
      scene: 'the cards are busy at first',
      say: 'The order was marked as seen, and then the cards were busy. The second delivery finds the mark, and the customer never gets the points. Could the mark and the points be written in one step?',
    },
    'looks-first': {
      verdict: 'wrong-result',
      scene: 'SQS delivers a message twice',
      code: /\.get\(/,
      say: 'Two deliveries at once both look before either has written. The mark and the points have to be one write.',
    },
    'by-message': {
      verdict: 'wrong-result',
      scene: 'the shop sends an order twice',
      say: 'Each message counts once now. The shop has sent one order in two messages, and those have two ids. What is the same in both?',
    },
    'all-or-nothing': {
      verdict: 'wrong-result',
      scene: 'one message cannot be read',
      say: 'One message that cannot be read fails its whole batch. What stands before it is counted again each time, and what stands behind it never.',
    },
  },
});
