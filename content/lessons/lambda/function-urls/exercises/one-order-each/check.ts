import { check } from 'happens-before/check';
import type { FunctionUrl } from 'happens-before/lambda';
import { Account, now, sleep } from 'happens-before/lambda';
import type * as Answer from './solution';

interface Day {
  /** Whoever asks the supplier before waits 7,789 ms. */
  readonly slowUntil?: number;
  /** Whose order would be done before is refused. */
  readonly closedUntil?: number;
}

interface Click {
  readonly key: string;
  /** When it is made. Default 0. */
  readonly at?: number;
  readonly item: string;
}

/** A shop with a supplier and a URL of its own. */
function open({ start }: typeof Answer, day: Day) {
  const { slowUntil = 0, closedUntil = 0 } = day;
  const account = new Account();
  const ledger = account.table<number>({ name: 'ledger' });
  const notes = account.table<Answer.Note>({ name: 'notes' });
  const supplier: Answer.Supplier = {
    async order(item) {
      await sleep(now() < slowUntil ? 7789 : 321);
      if (now() < closedUntil) throw new Error('closed');
      const n = await ledger.update(item, (sum = 0) => sum + 1);
      return `${item} #${n}`;
    },
  };
  const buy = account.function({
    name: 'buy',
    timeout: 10_000,
    handler: () => start(notes, supplier),
  });
  return { url: buy.url({ authType: 'NONE' }), ledger };
}

/** Waits for five seconds, and asks again a second later. */
async function customer(url: FunctionUrl, click: Click) {
  await sleep(click.at ?? 0);
  const headers = { 'idempotency-key': click.key };
  const order = { method: 'POST', headers, body: click.item };
  for (let attempt = 0; attempt < 5; attempt++) {
    const answer = await Promise.race([
      url.fetch(order),
      sleep(5000),
    ]);
    if (answer?.status === 201) return answer.body;
    await sleep(1000);
  }
  return 'nothing';
}

/** What the customers are told, and what was ordered. */
async function evening(
  answer: typeof Answer,
  clicks: readonly Click[],
  day: Day = {},
) {
  const { url, ledger } = open(answer, day);
  const told = await Promise.all(
    clicks.map((click) => customer(url, click)),
  );
  // Whoever has been given up by his customer is still at work.
  await sleep(10_000);
  const items = [...new Set(clicks.map(({ item }) => item))];
  const ordered: Record<string, number> = {};
  for (const item of items)
    ordered[item] = (await ledger.get(item)) ?? 0;
  return { told: told.toSorted(), ordered };
}

const tea = { key: 'ada-1', item: 'tea' };

export default check<typeof Answer>({
  scenes: [
    {
      name: 'the supplier is slow',
      play: (answer) =>
        evening(answer, [tea], { slowUntil: 1000 }),
      expect: { told: ['tea #1'], ordered: { tea: 1 } },
      timers: 'patient',
      maxRuns: 500,
    },
    {
      name: 'the supplier is closed at first',
      play: (answer) =>
        evening(answer, [{ key: 'bo-1', item: 'jam' }], {
          closedUntil: 500,
        }),
      expect: { told: ['jam #1'], ordered: { jam: 1 } },
      timers: 'patient',
      maxRuns: 500,
    },
    {
      name: 'slow, and then closed',
      play: (answer) =>
        evening(answer, [{ key: 'cy-1', item: 'salt' }], {
          slowUntil: 1000,
          closedUntil: 7900,
        }),
      expect: { told: ['salt #1'], ordered: { salt: 1 } },
      timers: 'patient',
      maxRuns: 500,
    },
    {
      name: 'two customers want the same',
      play: (answer) =>
        evening(answer, [
          tea,
          { key: 'bo-2', item: 'tea', at: 97 },
        ]),
      expect: {
        told: ['tea #1', 'tea #2'],
        ordered: { tea: 2 },
      },
      timers: 'patient',
      maxRuns: 1000,
    },
    {
      name: 'one customer clicks twice',
      play: (answer) => evening(answer, [tea, tea]),
      expect: {
        told: ['tea #1', 'tea #1'],
        ordered: { tea: 1 },
      },
      timers: 'patient',
      maxRuns: 1000,
    },
  ],
  mistakes: {
    'remembers-outside': {
      verdict: 'race',
      say: 'On AWS, each environment has this variable for itself. Here all of them are one process, and the explorer sees them use it without asking each other. What has to be remembered belongs into the table.',
    },
    remembers: {
      verdict: 'wrong-result',
      code: /new (Map|Set)\b/,
      say: 'While the first request is under way its environment is taken, so the second gets another one, with an empty memory of its own. Both can see the table.',
    },
    'by-request': {
      verdict: 'wrong-result',
      code: /requestId/,
      say: 'A request id tells requests apart, and the second attempt is another request. Which name is the same in all attempts at one order, and different in two orders?',
    },
    'gives-up-first': {
      verdict: 'wrong-result',
      code: /Promise\.race/,
      say: 'Now the customer hears the truth before he gives up, and the truth is “we do not know”: the supplier was asked and is still at work. Asking him again orders again.',
    },
    'forgets-the-answer': {
      verdict: 'wrong-result',
      scene: 'the supplier is slow',
      got: { told: ['nothing'], ordered: { tea: 1 } },
      say: 'Ordered once, and the customer never hears of it: the answer went to a connection that he had closed. Keep it, for the attempt that asks for it.',
    },
    'gives-back-anything': {
      verdict: 'wrong-result',
      scene: 'the supplier is slow',
      code: /catch \{[\s\S]*\bget\([\s\S]*delete\(/,
      say: 'The second attempt lands in the same `catch` as a failed order, and gives back a claim that is not its own. The third finds the way clear. Only who has made a claim may take it away.',
    },
    'short-lease': {
      verdict: 'wrong-result',
      scene: 'the supplier is slow',
      code: /\bnow\(\)/,
      say: 'Claims that grow old are a good thing: an environment may die with one. But this one is taken away from somebody who is still at work. How long may the handler itself take?',
    },
    'gives-back-in-the-end': {
      verdict: 'wrong-result',
      scene: 'the supplier is slow',
      got: { told: ['tea #2'], ordered: { tea: 2 } },
      say: 'The claim is taken away when the tea has been ordered, too, and the next attempt finds the way clear. Nothing is to be given back unless nothing was done.',
    },
    'ignores-the-claim': {
      verdict: 'wrong-result',
      scene: 'the supplier is slow',
      code: /put\([\s\S]*\.order\([\s\S]*put\(/,
      got: { told: ['tea #1'], ordered: { tea: 2 } },
      say: 'There is a note before the supplier is asked, and whoever comes second goes past it. A claim is one that others heed.',
    },
    'key-after': {
      verdict: 'wrong-result',
      scene: 'the supplier is slow',
      code: /condition/,
      got: { told: ['tea #1'], ordered: { tea: 2 } },
      say: 'The condition is right, and it is asked when the tea has been ordered. Ask it before.',
    },
    'orders-twice': {
      verdict: 'wrong-result',
      scene: 'the supplier is slow',
      got: { told: ['tea #1'], ordered: { tea: 2 } },
      say: 'The second attempt looked for the first one’s note, and that is only written when the supplier has answered. Until then the first attempt has left no trace. When would it have to leave one?',
    },
    'says-yes-early': {
      verdict: 'wrong-result',
      scene: 'the supplier is slow',
      say: 'The second attempt is told something that is not true yet. It found that somebody has *begun*: nobody knows what will come of it. An answer that means “ask again later” would be honest.',
    },
    'claims-for-ever': {
      verdict: 'wrong-result',
      scene: 'the supplier is closed at first',
      say: 'Nothing was ordered, and the claim stays. Each further attempt finds it, and waits for somebody who has left. Whoever fails has to give his claim back.',
    },
    'by-item': {
      verdict: 'wrong-result',
      scene: 'two customers want the same',
      say: 'Two customers want tea, and the second is told about the first one’s. What is alike is not the same. Only the customer knows whether this is another order or another attempt.',
    },
    'looks-then-claims': {
      verdict: 'wrong-result',
      scene: 'one customer clicks twice',
      say: 'Two requests at the same instant both look before either has claimed. Looking and claiming have to be one step: a write with a condition.',
    },
  },
});
