import { check } from 'happens-before/check';
import { Account } from 'happens-before/lambda';
import type { Table } from 'happens-before/lambda';
import type { Card, Layer } from './layer';
import type * as Answer from './solution';

/** What is published stays: nobody edits this copy. */
const published: Layer = {
  async pay(cards, id, amount) {
    let isPaid = false;
    await cards.update(id, (card) => {
      const euros = card?.euros ?? 0;
      isPaid = euros >= amount / 100;
      const less = isPaid ? amount / 100 : 0;
      return { ...card, euros: euros - less };
    });
    return isPaid;
  },
  async topUp(cards, id, amount) {
    await cards.update(id, (card) => ({
      ...card,
      euros: (card?.euros ?? 0) + amount / 100,
    }));
  },
  async left(cards, id) {
    const card = await cards.get(id);
    return Math.round((card?.euros ?? 0) * 100);
  },
};

interface Request {
  readonly does: 'pay' | 'topUp' | 'left';
  readonly card: string;
  readonly amount: number;
}

/** What a handler does with the layer in its /opt. */
async function serve(
  layer: Layer,
  cards: Table<Card>,
  { does, card, amount }: Request,
) {
  if (does === 'pay')
    return await layer.pay(cards, card, amount);
  if (does === 'left') return await layer.left(cards, card);
  await layer.topUp(cards, card, amount);
  return true;
}

/** The till has version 1 of the layer, the web version 2. */
function open({ version2 }: typeof Answer) {
  const account = new Account({ concurrency: 1000 });
  const cards = account.table<Card>({ name: 'cards' });
  const using = (name: string, layer: Layer) => {
    const fn = account.function({
      name,
      handler: async (request: Request) =>
        await serve(layer, cards, request),
    });
    return async (
      does: Request['does'],
      card: string,
      amount = 0,
    ) => {
      const answer = await fn.invoke({ does, card, amount });
      if (answer.status !== 200) return 'turned away';
      return answer.functionError ? 'failed' : answer.payload;
    };
  };
  const till = using('till', published);
  const web = using('web', version2);
  /** What both think is left. */
  const left = async (card: string) => [
    await till('left', card),
    await web('left', card),
  ];
  return { till, web, left };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a card of last week',
      async play(answer) {
        const { till, web, left } = open(answer);
        await till('topUp', 'rose', 2000);
        const paid = await web('pay', 'rose', 500);
        return { paid, left: await left('rose') };
      },
      expect: { paid: true, left: [1500, 1500] },
      timers: 'patient',
    },
    {
      name: 'one at the till, one on the web',
      async play(answer) {
        const { till, web, left } = open(answer);
        await till('topUp', 'iris', 2000);
        const paid = await Promise.all([
          till('pay', 'iris', 300),
          web('pay', 'iris', 550),
        ]);
        return { paid, left: await left('iris') };
      },
      expect: { paid: [true, true], left: [1150, 1150] },
      timers: 'patient',
    },
    {
      name: 'topped up at the till',
      async play(answer) {
        const { till, web, left } = open(answer);
        await web('topUp', 'lily', 1000);
        await till('topUp', 'lily', 500);
        const paid = await web('pay', 'lily', 1200);
        return { paid, left: await left('lily') };
      },
      expect: { paid: true, left: [300, 300] },
      timers: 'patient',
    },
    {
      name: 'the last five euros, twice',
      async play(answer) {
        const { web, left } = open(answer);
        await web('topUp', 'aster', 500);
        const paid = await Promise.all([
          web('pay', 'aster', 300),
          web('pay', 'aster', 300),
        ]);
        const times = paid.filter((one) => one === true).length;
        return { times, left: await left('aster') };
      },
      expect: { times: 1, left: [200, 200] },
      timers: 'patient',
    },
    {
      name: 'the last thirty cents',
      async play(answer) {
        const { till, web, left } = open(answer);
        await till('topUp', 'daisy', 70);
        await till('pay', 'daisy', 40);
        const paid = await web('pay', 'daisy', 30);
        return { paid, left: await left('daisy') };
      },
      expect: { paid: true, left: [0, 0] },
      timers: 'patient',
    },
  ],
  mistakes: {
    'edits-version-1': {
      verdict: 'wrong-result',
      code: /version1: Layer = \{\s*async pay\(cards, id, amount\) \{\s*let isPaid = false;\s*await cards\.update\(id, \(card\) => \{(?!\s*const euros)/,
      say: 'Version 1 is published, and what is published does not change: the till goes on with the one that it has. Nor could you change all functions in the same instant. What can version 2 do about version 1?',
    },
    remembers: {
      verdict: 'wrong-result',
      code: /new Map/,
      say: 'The card’s last balance stays in the memory of one environment, and whatever the till or another environment does to the card is not in there. What all of them have to agree on belongs into the table.',
    },
    'looks-then-writes': {
      verdict: 'wrong-result',
      code: /\.put\(/,
      say: 'Between the look at the card and the write, somebody else pays with it, and the write puts it back as it was before that. Read and write in one step: update.',
    },
    'two-purses': {
      verdict: 'wrong-result',
      scene: 'a card of last week',
      got: { paid: true, left: [0, 1500] },
      code: /euros: 0/,
      say: 'Version 2 moves the money over to where version 1 does not look. At the till, and after going back to version 1, the card is empty.',
    },
    'leaves-the-euros': {
      verdict: 'wrong-result',
      scene: 'a card of last week',
      got: { paid: true, left: [2000, 1500] },
      say: 'What was spent on the web is still on the card at the till, and can be spent there again. Who tells version 1 about the payment?',
    },
    'takes-the-smaller': {
      verdict: 'wrong-result',
      scene: 'topped up at the till',
      say: 'Of two numbers that disagree, one is out of date, and that need not be the larger one: the card has been topped up at the till. Which of the two has been changed by everybody who ever changed the card?',
    },
    'looks-before-it-updates': {
      verdict: 'wrong-result',
      scene: 'one at the till, one on the web',
      got: { paid: [true, true], left: [1450, 1450] },
      say: 'The web looked at the card, the till took its three euros, and the web wrote down what it had worked out before that: the three euros are back. Look at the card inside of `update`, which reads and writes in one step.',
    },
    'trusts-the-cents': {
      verdict: 'wrong-result',
      scene: 'one at the till, one on the web',
      say: 'Right if the till comes first. If the web comes first, the card has both numbers, the till then changes the only one that it knows, and version 2 believes the other one. Who keeps `cents` up to date?',
    },
    'does-not-round': {
      verdict: 'wrong-result',
      scene: 'the last thirty cents',
      say: '0.7 − 0.4 is 0.29999999999999993, which is what version 1 has written: the card has thirty cents, and cannot pay thirty. Make whole cents of it.',
    },
    'cents-only': {
      verdict: 'wrong-result',
      scene: 'a card of last week',
      got: { paid: true, left: [0, 1500] },
      say: 'Version 2 reads what version 1 writes. But version 1 has never heard of `cents`: at the till, every card that has been used on the web is an empty one.',
    },
  },
});
