import { check } from 'happens-before/check';
import { go, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

interface Evening {
  tickets: number;
  buyers: string[];
  refused?: string[];
}

/** All buyers come at once. Who paid, who has a ticket, what is left. */
async function evening(
  { buy }: typeof Answer,
  { tickets, buyers, refused = [] }: Evening,
) {
  const paid: string[] = [];
  const sold: string[] = [];
  const office = {
    left: tickets,
    async charge(who: string) {
      await null;
      if (refused.includes(who)) return false;
      paid.push(who);
      return true;
    },
  };
  const wg = new WaitGroup();
  wg.add(buyers.length);
  for (const who of buyers) {
    go(who, async () => {
      if (await buy(office, who)) sold.push(who);
      wg.done();
    });
  }
  await wg.wait();
  const list = (people: string[]) => [...people].sort().join(' ');
  return { paid: list(paid), sold: list(sold), left: office.left };
}

interface Outcome {
  paid: string;
  sold: string;
  left: number;
}

// One thread: nobody comes between two lines without an await.
const oneThread = { mode: 'cooperative', allowRaces: true } as const;

export default check<typeof Answer>({
  scenes: [
    {
      ...oneThread,
      name: 'two buyers, one ticket',
      async play(answer) {
        return await evening(answer, { tickets: 1, buyers: ['Ada', 'Bob'] });
      },
      expect: ({ paid, sold, left }: Outcome) =>
        left === 0 && paid === sold && (sold === 'Ada' || sold === 'Bob'),
    },
    {
      ...oneThread,
      name: 'two buyers, three tickets',
      async play(answer) {
        return await evening(answer, { tickets: 3, buyers: ['Ada', 'Bob'] });
      },
      expect: { paid: 'Ada Bob', sold: 'Ada Bob', left: 1 },
    },
    {
      ...oneThread,
      name: 'a card that is refused',
      async play(answer) {
        const buyers = ['Ada', 'Bob'];
        return await evening(answer, { tickets: 2, buyers, refused: ['Ada'] });
      },
      expect: { paid: 'Bob', sold: 'Bob', left: 1 },
    },
    {
      ...oneThread,
      name: 'somebody presses the button twice',
      async play(answer) {
        const buyers = ['Ada', 'Ada', 'Bob'];
        return await evening(answer, { tickets: 2, buyers });
      },
      expect: ({ paid, sold, left }: Outcome) =>
        left === 0 && paid === sold && sold.split(' ').length === 2,
    },
    {
      ...oneThread,
      name: 'sold out',
      async play(answer) {
        return await evening(answer, { tickets: 0, buyers: ['Ada', 'Bob'] });
      },
      expect: { paid: '', sold: '', left: 0 },
    },
  ],
  mistakes: {
    sleeps: {
      verdict: 'wrong-result',
      code: /\bsleep\(/,
      say: 'Now the buyers come at different times, most of the time. Nothing keeps the second one from coming while the first one’s card is being charged.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      scene: 'two buyers, one ticket',
      code: /\.then\(/,
      say: 'The ticket is handed over before the bank has answered. If the card is refused later, somebody is already in the hall.',
    },
    'charges-first': {
      verdict: 'wrong-result',
      got: { paid: 'Ada Bob', sold: 'Ada', left: 0 },
      say: 'Nobody looks whether there is a ticket before the card is charged. The check afterwards is right, and too late: Bob has paid for nothing.',
    },
    'looks-again': {
      verdict: 'wrong-result',
      code: /await[\s\S]*office\.left === 0/,
      say: 'The second look keeps the office from selling the ticket twice. But by then both have paid. What could be taken before the charge, so that no second look is needed?',
    },
    remembers: {
      verdict: 'wrong-result',
      code: /\{ left \} = office|const \w+ = office\.left/,
      say: 'It writes down what is left according to a look from before the charge. Two buyers, two tickets sold, and the count says that one is gone.',
    },
    'by-name': {
      verdict: 'wrong-result',
      scene: 'somebody presses the button twice',
      say: 'It counts the people who are being charged, and the same person is counted once, however often she has pressed the button. Count tickets, not names.',
    },
    'takes-before-looking': {
      verdict: 'wrong-result',
      scene: 'two buyers, one ticket',
      got: { paid: 'Ada', sold: 'Ada', left: -1 },
      say: 'Right about the buyers. But whoever is sent away has taken a ticket from the pile first and not put it back: the office now has minus one.',
    },
    'takes-it-afterwards': {
      verdict: 'wrong-result',
      scene: 'two buyers, one ticket',
      got: { paid: 'Ada Bob', sold: 'Ada Bob', left: -1 },
      say: 'Both looked while there was one left, both were charged, and both took it. Between the look and the taking there is an await, and it is a long one.',
    },
    'turns-others-away': {
      verdict: 'wrong-result',
      scene: 'two buyers, three tickets',
      say: 'The flag keeps the second buyer out, and sends her home, with tickets on the desk. Being busy and being sold out are two things.',
    },
    'keeps-it': {
      verdict: 'wrong-result',
      scene: 'a card that is refused',
      got: { paid: 'Bob', sold: 'Bob', left: 0 },
      say: 'Taken before the charge: good. When the card is refused, nobody has the ticket, and it is not for sale any more either.',
    },
  },
});
