import { check } from 'happens-before/check';
import { Account, sleep } from 'happens-before/lambda';
import type * as Answer from './solution';

const RESTORE = 400;

interface Sale {
  /** When the customer comes, in ms. */
  readonly at: number;
  readonly item: string;
}

/** The customers' numbers, in the order of `sales`, and the receipts. */
async function sell({ start }: typeof Answer, sales: readonly Sale[]) {
  const account = new Account({ concurrency: 1000 });
  const receipts = account.table<string>({ name: 'receipts' });
  const shop = account.function({
    name: 'shop',
    runtime: 'python3.14',
    alias: 'live',
    snapStart: true,
    restore: RESTORE,
    handler: () => {
      const handler = start(receipts);
      // Nothing that Lambda does not know: no number of an environment.
      return async (item: string, { awsRequestId }) =>
        await handler(item, { awsRequestId });
    },
  });
  async function customer(at: number, item: string) {
    await sleep(at);
    const answer = await shop.invoke(item);
    if (answer.status !== 200) return answer.reason;
    return answer.functionError ?? String(answer.payload);
  }
  const numbers = await Promise.all(
    sales.map(({ at, item }) => customer(at, item)),
  );
  return { numbers, receipts };
}

/** What became of each sale. */
async function audit(answer: typeof Answer, sales: readonly Sale[]) {
  const { numbers, receipts } = await sell(answer, sales);
  const found: string[] = [];
  for (const [i, { item }] of sales.entries()) {
    const number = numbers[i]!;
    const kept = await receipts.get(number);
    if (number === 'Unhandled') found.push(`${item}: failed`);
    else if (numbers.indexOf(number) !== numbers.lastIndexOf(number))
      found.push(`${item}: number given twice`);
    else if (kept !== item)
      found.push(`${item}: receipt says ${kept ?? 'nothing'}`);
    else found.push(`${item}: kept`);
  }
  return found;
}

const kept = (...items: string[]) => items.map((item) => `${item}: kept`);

export default check<typeof Answer>({
  scenes: [
    {
      name: 'the second comes as the first is done',
      async play(answer) {
        return await audit(answer, [
          { at: 0, item: 'tea' },
          { at: RESTORE, item: 'jam' },
        ]);
      },
      expect: kept('tea', 'jam'),
      timers: 'patient',
    },
    {
      name: 'two at once',
      async play(answer) {
        return await audit(answer, [
          { at: 0, item: 'tea' },
          { at: 0, item: 'jam' },
        ]);
      },
      expect: kept('tea', 'jam'),
      timers: 'patient',
    },
    {
      name: 'two at once want the same',
      async play(answer) {
        return await audit(answer, [
          { at: 0, item: 'tea' },
          { at: 0, item: 'tea' },
        ]);
      },
      expect: kept('tea', 'tea'),
      timers: 'patient',
    },
    {
      name: 'one after the other',
      async play(answer) {
        const items = ['tea', 'jam', 'salt'];
        const sales = items.map((item, i) => ({ at: i * 1000, item }));
        const { numbers, receipts } = await sell(answer, sales);
        const till = numbers[0]!.slice(0, numbers[0]!.lastIndexOf('-'));
        const lines: string[] = [];
        for (const number of numbers) {
          const ours = number.startsWith(`${till}-`);
          const count = number.slice(number.lastIndexOf('-') + 1);
          const who = ours ? 'the till' : 'another till';
          lines.push(`${who}, ${count}: ${await receipts.get(number)}`);
        }
        return lines;
      },
      expect: ['the till, 1: tea', 'the till, 2: jam', 'the till, 3: salt'],
      timers: 'patient',
    },
    {
      name: 'two at once, and later one more',
      async play(answer) {
        return await audit(answer, [
          { at: 0, item: 'tea' },
          { at: 0, item: 'jam' },
          { at: 1000, item: 'salt' },
        ]);
      },
      expect: kept('tea', 'jam', 'salt'),
      timers: 'patient',
    },
  ],
  mistakes: {
    refuses: {
      verdict: 'wrong-result',
      code: /condition:/,
      say: 'No receipt is overwritten any more, and a customer is turned away instead: the number was taken, and the handler gave up. Either try the next number, or see to it that two tills never share a name.',
    },
    'looks-first': {
      verdict: 'wrong-result',
      scene: 'two at once',
      code: /receipts\.get\(/,
      say: 'Two copies look for the same free number, both find it free, and both write there. Between looking and writing there is a gap, as in every look-then-act.',
    },
    'by-the-clock': {
      verdict: 'wrong-result',
      scene: 'two at once',
      code: /now\(/,
      say: 'Two copies that are restored in the same millisecond read the same time. A clock tells when, and not who.',
    },
    'seeded-before': {
      verdict: 'wrong-result',
      code: /=\s*generator\(Math\.random\(\)\);\s*let till/,
      say: 'The name is drawn in the handler, from a generator that was seeded before the snapshot. Both copies have the same seed, and a generator with the same seed says the same.',
    },
    'counts-from-anywhere': {
      verdict: 'wrong-result',
      code: /count = Math/,
      say: 'Where the counting begins was drawn once, before the snapshot. Every copy begins there.',
    },
    'longer-id': {
      verdict: 'wrong-result',
      code: /randomUUID\(\)\s*\+/,
      say: 'The first name was unique enough. It is the copying that makes two of it, and a longer name is copied just as well.',
    },
    'counts-inside': {
      verdict: 'wrong-result',
      code: /let count = 0;\s*count \+= 1/,
      say: 'Two tills no longer share a name. But now each till begins at 1 with every customer, and overwrites its own receipts.',
    },
    'renamed-each-time': {
      verdict: 'wrong-result',
      scene: 'one after the other',
      got: [
        'the till, 1: tea',
        'another till, 2: jam',
        'another till, 3: salt',
      ],
      say: 'No receipt is lost, and the bookkeeper despairs: the till changes its name with every customer and counts on. What is unique has to be made once for each copy, and kept.',
    },
    'till-for-each': {
      verdict: 'wrong-result',
      scene: 'one after the other',
      got: [
        'the till, 1: tea',
        'another till, 1: jam',
        'another till, 1: salt',
      ],
      say: 'No receipt is lost, but every sale has a till of its own now, whose first receipt is its last. Nobody could see that one is missing.',
    },
  },
});
